package io.github.sandboxcache.testing;

import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.install.PackageName;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Ledgers of thousands of facts, which are written once in a process and copied for each test. */
final class LedgerCopies {
  private static final Path FOLDER = folderOfThisProcess();
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
    try {
      return Files.createTempDirectory(FOLDER, "ledger").resolve("usage.db");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folderOfThisProcess() {
    try {
      Path folder = Files.createTempDirectory("ledgers");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
