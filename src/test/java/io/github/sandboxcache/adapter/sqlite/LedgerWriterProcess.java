package io.github.sandboxcache.adapter.sqlite;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that writes to a ledger until it is killed. It names each fact on standard output once
 * the ledger has acknowledged it.
 */
final class LedgerWriterProcess {
  /** Whoever was to kill it may have been killed before. */
  private static final Duration MAX_TIME = Duration.ofMinutes(5);

  private LedgerWriterProcess() {}

  /** Takes the ledger's file and the number of facts written at once. */
  static void main(String[] arguments) throws IOException {
    SqliteLedger ledger =
        SqliteLedger.at(Path.of(arguments[0]), (_, name) -> name, Clock.systemUTC());
    int atOnce = Integer.parseInt(arguments[1]);
    FactKind[] kinds = FactKind.values();
    OutputStream out = System.out;
    Instant end = Instant.now().plus(MAX_TIME);
    for (long i = 0; Instant.now().isBefore(end); i++) {
      List<UsageFact> facts = new ArrayList<>();
      StringBuilder names = new StringBuilder();
      for (int n = 0; n < atOnce; n++) {
        UsageFact fact =
            UsageFact.of(
                Instant.now(),
                kinds[(int) ((i + n) % kinds.length)],
                new CacheReference(Language.GO, "%012x".formatted((i + n) % 50)),
                FactSource.app("test"),
                FactIdentity.random());
        facts.add(fact);
        names.append(fact.identity()).append('\n');
      }
      int _ = ledger.record(facts);
      out.write(names.toString().getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
  }
}
