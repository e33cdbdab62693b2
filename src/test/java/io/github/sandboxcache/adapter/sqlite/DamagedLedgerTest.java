package io.github.sandboxcache.adapter.sqlite;

import static io.github.sandboxcache.adapter.sqlite.LedgerFacts.fact;
import static io.github.sandboxcache.adapter.sqlite.LedgerFacts.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Guards that a file that is not what it was is kept under another name, and a new ledger begins.
 */
class DamagedLedgerTest {
  @TempDir private Path directory = Path.of("");

  @Test
  void aFileThatIsNoDatabaseIsKeptUnderAnotherName() throws IOException {
    Files.writeString(file(), "my diary");
    assertSetAside("my diary".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aDatabaseOfSomebodyElseIsKeptUnderAnotherName() throws Exception {
    try (Connection foreign = DriverManager.getConnection("jdbc:sqlite:" + file())) {
      foreign.createStatement().executeUpdate("CREATE TABLE diary (entry TEXT)");
    }
    assertSetAside(Files.readAllBytes(file()));
  }

  @Test
  void aDamagedDatabaseIsKeptUnderAnotherName() throws IOException {
    try (SqliteLedger ledger = open()) {
      ledger.record(List.of(fact(FactKind.HIT)));
    }
    try (RandomAccessFile damaged = new RandomAccessFile(file().toFile(), "rw")) {
      damaged.seek(100);
      damaged.write(new byte[4_000]);
    }
    assertSetAside(Files.readAllBytes(file()));
  }

  private void assertSetAside(byte[] before) throws IOException {
    try (SqliteLedger ledger = open()) {
      assertThat(ledger.record(List.of(fact(FactKind.HIT)))).isEqualTo(1);
      Path kept = ledger.setAside().orElseThrow();
      assertThat(kept.getFileName()).hasToString("usage.db.damaged-20261122T120000Z");
      assertThat(Files.readAllBytes(kept)).isEqualTo(before);
    }
    try (SqliteLedger ledger = open()) {
      assertThat(ledger.report(TimeRange.ALL).total().hits()).isEqualTo(1);
      assertThat(ledger.setAside()).isEmpty();
    }
  }

  @Test
  void aLedgerWithoutOneOfItsTablesIsKeptUnderAnotherName() throws Exception {
    try (SqliteLedger ledger = open()) {
      ledger.record(List.of(fact(FactKind.HIT)));
    }
    try (Connection damaged = DriverManager.getConnection("jdbc:sqlite:" + file())) {
      damaged.createStatement().executeUpdate("DROP TABLE fact");
    }
    try (SqliteLedger ledger = open()) {
      assertThat(ledger.record(List.of(fact(FactKind.HIT)))).isEqualTo(1);
      assertThat(ledger.setAside()).isPresent();
    }
  }

  /** A first start that ends early leaves them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "PRAGMA journal_mode = WAL",
        "PRAGMA application_id = 1398962243",
        "PRAGMA journal_mode = WAL; PRAGMA user_version = 1"
      })
  void aFileInWhichNothingStandsYetIsNoDamage(String begun) throws Exception {
    Files.createFile(file());
    try (Connection early = DriverManager.getConnection("jdbc:sqlite:" + file())) {
      for (String sql : begun.split(";", -1)) {
        try (Statement statement = early.createStatement()) {
          boolean _ = statement.execute(sql);
        }
      }
    }
    try (SqliteLedger ledger = open()) {
      assertThat(ledger.record(List.of(fact(FactKind.HIT)))).isEqualTo(1);
      assertThat(ledger.setAside()).isEmpty();
    }
  }

  @Test
  void whereADamagedFileCannotBeSetAsideTheDamageIsTold() throws IOException {
    Files.writeString(file(), "my diary");
    // With more at its end the name is longer than a file system takes.
    Path longName = Files.move(file(), directory.resolve("n".repeat(240)));
    try (SqliteLedger ledger = LedgerFacts.open(longName)) {
      assertThatThrownBy(ledger::changeCount)
          .isInstanceOfSatisfying(
              UsageLedgerException.class,
              e -> assertThat(e.reason()).isEqualTo(UsageLedgerException.Reason.DAMAGED));
    }
  }

  @Test
  void damageThatShowsOnlyLaterIsToldOnceAndThenANewLedgerBegins() throws IOException {
    try (SqliteLedger ledger = open()) {
      ledger.record(IntStream.range(0, 5_000).mapToObj(i -> fact(FactKind.HIT)).toList());
    }
    try (RandomAccessFile damaged = new RandomAccessFile(file().toFile(), "rw")) {
      long half = damaged.length() / 2;
      damaged.seek(half);
      damaged.write(new byte[(int) (damaged.length() - half)]);
    }
    try (SqliteLedger ledger = open()) {
      assertThatThrownBy(() -> facts(ledger)).isInstanceOf(UsageLedgerException.class);
      assertThat(ledger.record(List.of(fact(FactKind.MISS)))).isEqualTo(1);
      assertThat(facts(ledger)).hasSize(1);
      assertThat(ledger.setAside().orElseThrow()).exists();
    }
  }

  @Test
  void aSecondDamagedFileDoesNotReplaceTheFirst() throws IOException {
    for (String text : List.of("one", "two")) {
      Files.writeString(file(), text);
      try (SqliteLedger ledger = open()) {
        ledger.changeCount();
      }
      try (Stream<Path> left = Files.list(directory)) {
        left.filter(path -> path.getFileName().toString().equals("usage.db"))
            .forEach(DamagedLedgerTest::delete);
      }
    }
    assertThat(directory.resolve("usage.db.damaged-20261122T120000Z")).hasContent("one");
    assertThat(directory.resolve("usage.db.damaged-20261122T120000Z-2")).hasContent("two");
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SqliteLedger open() {
    return LedgerFacts.open(file());
  }

  private Path file() {
    return directory.resolve("usage.db");
  }
}
