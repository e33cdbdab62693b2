package io.github.sandboxcache.testing;

import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.install.PackageName;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Ledgers of thousands of facts, which are written once in a process and copied for each test. */
final class LedgerCopies {
  private static final Map<String, Path> ORIGINALS = new ConcurrentHashMap<>();

  private LedgerCopies() {}

  /** A ledger of its own that knows those facts, which are asked for once for each name. */
  static SqliteLedger of(String name, Supplier<List<UsageFact>> facts) {
    Path original = ORIGINALS.computeIfAbsent(name, _ -> written(facts.get()));
    Path copy = newFile();
    try {
      Files.copy(original, copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return open(copy);
  }

  private static Path written(List<UsageFact> facts) {
    Path file = newFile();
    try (SqliteLedger ledger = open(file)) {
      int _ = ledger.record(facts);
      // Without facts nothing has made the file yet.
      long _ = ledger.changeCount();
    }
    return file;
  }

  private static SqliteLedger open(Path file) {
    return SqliteLedger.at(
        file, (language, given) -> PackageName.of(language, given).name(), Clock.systemUTC());
  }

  private static Path newFile() {
    return TemporaryFolders.create("ledger").resolve("usage.db");
  }
}
