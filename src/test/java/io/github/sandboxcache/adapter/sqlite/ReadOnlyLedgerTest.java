package io.github.sandboxcache.adapter.sqlite;

import static io.github.sandboxcache.adapter.sqlite.LedgerFacts.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.domain.usage.UsageLedgerException.Reason;
import io.github.sandboxcache.text.LedgerText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where nothing can be written, what is known is read, and why nothing is taken down is told. */
class ReadOnlyLedgerTest {
  @TempDir private static Path directory = Path.of("");
  private ReadOnlyPlace place;

  @BeforeEach
  void makeThePlace() throws Exception {
    place = ReadOnlyPlace.in(Files.createTempDirectory(directory, "place"));
    assumeTrue(place.isMade(), "the system does not let a place be made read-only");
  }

  @AfterEach
  void leaveThePlace() throws Exception {
    place.leave();
  }

  @Test
  void whatIsThereIsReadAndWhyNothingIsWrittenIsTold() throws Exception {
    write();
    try (SqliteLedger ledger = LedgerFacts.open(place.readOnly().resolve("usage.db"))) {
      assertThat(hits(ledger)).isEqualTo(1);
      assertThat(ledger.checkpoints()).isEmpty();
      assertThat(LedgerFacts.facts(ledger)).hasSize(1);
      assertThat(ledger.whyNotWritable())
          .map(UsageLedgerException::reason)
          .contains(place.isMounted() ? Reason.READ_ONLY : Reason.NOT_ALLOWED);
      assertThatExceptionOfType(UsageLedgerException.class)
          .isThrownBy(() -> ledger.record(List.of(fact(FactKind.HIT))))
          .matches(e -> e.reason().isAboutWriting());
      assertThat(hits(ledger)).isEqualTo(1);
      assertThat(ledger.setAside()).isEmpty();
    }
    try (var left = Files.list(place.writable())) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("usage.db", "usage.db.lock");
    }
  }

  @Test
  void whatSomebodyElseWritesMeanwhileIsSeen() throws Exception {
    write();
    try (SqliteLedger ledger = LedgerFacts.open(place.readOnly().resolve("usage.db"))) {
      assertThat(hits(ledger)).isEqualTo(1);
      long before = ledger.changeCount();
      place.allow();
      write();
      place.readOnly();

      assertThat(ledger.changeCount()).isNotEqualTo(before);
      assertThat(hits(ledger)).isEqualTo(2);
    }
  }

  @Test
  void whileSomebodyElseHasItOpenTheirWriteAheadLogIsReadToo() throws Exception {
    try (SqliteLedger writing = LedgerFacts.open(place.writable().resolve("usage.db"))) {
      writing.record(List.of(fact(FactKind.HIT)));
      try (SqliteLedger ledger = LedgerFacts.open(place.readOnly().resolve("usage.db"))) {
        assertThat(hits(ledger)).isEqualTo(1);
        writing.record(List.of(fact(FactKind.HIT)));
        assertThat(hits(ledger)).isEqualTo(2);
      }
    }
  }

  /** As a copy of a disk may have it: the changes of a writer that was killed, without index. */
  @Test
  void changesThatCannotBeMergedAreNotPassedOver() throws Exception {
    Path file = place.writable().resolve("usage.db");
    try (SqliteLedger writing = LedgerFacts.open(file)) {
      writing.record(List.of(fact(FactKind.HIT)));
      for (String name : List.of("usage.db", "usage.db-wal")) {
        Files.copy(
            place.writable().resolve(name), place.writable().resolve(name.replace("usage", "b")));
      }
    }
    Path copy = place.readOnly().resolve("b.db");
    try (SqliteLedger ledger = LedgerFacts.open(copy)) {
      assertThatExceptionOfType(UsageLedgerException.class)
          .isThrownBy(() -> hits(ledger))
          .matches(e -> e.reason() == Reason.UNMERGED)
          .extracting(LedgerText::why)
          .asString()
          .contains(copy + "-wal");
    }
  }

  @Test
  void withoutALedgerTheReasonIsThePlace() throws Exception {
    try (SqliteLedger ledger = LedgerFacts.open(place.readOnly().resolve("usage.db"))) {
      assertThatExceptionOfType(UsageLedgerException.class)
          .isThrownBy(() -> hits(ledger))
          .matches(e -> e.reason().isAboutWriting());
    }
  }

  @Test
  void aForeignDatabaseIsNeitherReadNorTaken() throws Exception {
    Path file = place.writable().resolve("usage.db");
    try (Connection foreign = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      foreign.createStatement().executeUpdate("CREATE TABLE diary (entry TEXT)");
    }
    byte[] before = Files.readAllBytes(file);
    try (SqliteLedger ledger = LedgerFacts.open(place.readOnly().resolve("usage.db"))) {
      assertThatExceptionOfType(UsageLedgerException.class)
          .isThrownBy(() -> hits(ledger))
          .matches(e -> e.reason().isAboutWriting());
    }
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void onceItCanBeWrittenAgainItIs() throws Exception {
    write();
    try (SqliteLedger ledger = LedgerFacts.open(place.readOnly().resolve("usage.db"))) {
      assertThat(hits(ledger)).isEqualTo(1);
      place.allow();

      assertThat(ledger.whyNotWritable()).isEmpty();
      assertThat(ledger.record(List.of(fact(FactKind.HIT)))).isEqualTo(1);
      assertThat(hits(ledger)).isEqualTo(2);
    }
  }

  private void write() throws IOException {
    try (SqliteLedger ledger = LedgerFacts.open(place.writable().resolve("usage.db"))) {
      ledger.record(List.of(fact(FactKind.HIT)));
    }
  }

  private static long hits(SqliteLedger ledger) {
    return ledger.report(TimeRange.ALL).total().hits();
  }
}
