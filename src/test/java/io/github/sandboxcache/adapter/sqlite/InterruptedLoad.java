package io.github.sandboxcache.adapter.sqlite;

import io.github.sandboxcache.domain.usage.UsageLedgerException;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;

/** A process that ends as soon as SQLite's library begins to be unpacked. */
final class InterruptedLoad {
  private InterruptedLoad() {}

  /** Takes the directory for temporary files, which is empty, and the ledger's file. */
  static void main(String[] arguments) {
    File temporary = new File(arguments[0]);
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                long _ =
                    SqliteLedger.at(Path.of(arguments[1]), (_, name) -> name, Clock.systemUTC())
                        .changeCount();
              } catch (UsageLedgerException _) {
                // As it may be: the process is ending.
              }
            });
    while (temporary.list().length == 0) {
      Thread.onSpinWait();
    }
    System.exit(0);
  }
}
