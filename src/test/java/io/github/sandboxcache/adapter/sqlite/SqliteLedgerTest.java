package io.github.sandboxcache.adapter.sqlite;

import static io.github.sandboxcache.adapter.sqlite.LedgerFacts.CLOCK;
import static io.github.sandboxcache.adapter.sqlite.LedgerFacts.NOON;
import static io.github.sandboxcache.adapter.sqlite.LedgerFacts.fact;
import static io.github.sandboxcache.adapter.sqlite.LedgerFacts.facts;
import static io.github.sandboxcache.adapter.sqlite.LedgerFacts.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.FailedSaves;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.LogCheckpoint;
import io.github.sandboxcache.domain.usage.RecentUse;
import io.github.sandboxcache.domain.usage.RecentUses;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.domain.usage.UsageReport.PackageHits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger on disk: across restarts, versions and processes. */
class SqliteLedgerTest {
  @TempDir private Path directory = Path.of("");

  @Test
  void whatWasRecordedIsThereAfterARestart() {
    try (SqliteLedger ledger = open()) {
      ledger.record(List.of(fact(FactKind.MISS), fact(FactKind.INSTALLED), fact(FactKind.HIT)));
    }
    try (SqliteLedger ledger = open()) {
      var report = ledger.report(TimeRange.ALL);
      assertThat(report.total()).isEqualTo(new HitCount(1, 1));
      assertThat(report.topPackages())
          .containsExactly(new PackageHits(Language.PYTHON, "six==1.16", 1));
      assertThat(report.of(reference()).lastUsed()).contains(NOON);
      assertThat(report.saved()).contains(Duration.ofSeconds(4));
      assertThat(ledger.setAside()).isEmpty();
    }
  }

  @Test
  void twoProcessesSeeWhatTheOtherWroteAndThatSomethingChanged() {
    try (SqliteLedger one = open();
        SqliteLedger other = open()) {
      long before = one.changeCount();
      assertThat(one.changeCount()).isEqualTo(before);
      UsageFact fact = fact(FactKind.HIT);
      assertThat(other.record(List.of(fact))).isEqualTo(1);
      assertThat(one.changeCount()).isNotEqualTo(before);
      assertThat(one.report(TimeRange.ALL).total().hits()).isEqualTo(1);
      assertThat(one.record(List.of(fact))).as("one fact, told by both").isZero();
    }
  }

  @Test
  void hitsOfThirtyDaysAndTheirWeightTellWhatAnImageIsGoodFor() {
    try (SqliteLedger ledger = open()) {
      ledger.record(
          List.of(
              at(fact(FactKind.INSTALLED), NOON.minus(Duration.ofDays(100))),
              at(fact(FactKind.HIT), NOON),
              at(fact(FactKind.HIT), NOON.minus(Duration.ofDays(28))),
              at(fact(FactKind.HIT), NOON.minus(Duration.ofDays(56))),
              at(fact(FactKind.MISS), NOON.minus(Duration.ofDays(1)))));

      RecentUses uses = ledger.recentUses(NOON);

      RecentUse use = uses.of(reference());
      assertThat(use.hits()).isEqualTo(2);
      assertThat(use.lookups().slow())
          .isCloseTo(1 + 0.25 + 0.0625 + Math.pow(0.5, 1 / 14.0), within(1e-9));
      assertThat(use.lookups().fast()).isCloseTo(1.5, within(1e-6));
      assertThat(use.lastUsed()).contains(NOON);
      assertThat(use.installTime()).contains(Duration.ofSeconds(4));
      assertThat(uses.since())
          .contains(NOON.minus(Duration.ofDays(100)).truncatedTo(ChronoUnit.DAYS));
      assertThat(uses.hits()).isEqualTo(2);
    }
  }

  @Test
  void anImageWithoutFactsHasTheInstallTimeOfItsLanguage() {
    try (SqliteLedger ledger = open()) {
      ledger.record(List.of(fact(FactKind.INSTALLED)));

      RecentUse use =
          ledger.recentUses(NOON).of(new CacheReference(Language.PYTHON, "000000000000"));

      assertThat(use)
          .isEqualTo(
              new RecentUse(
                  0,
                  RecentUse.Weighted.NONE,
                  Optional.empty(),
                  Optional.of(Duration.ofSeconds(4))));
    }
  }

  private static UsageFact at(UsageFact fact, Instant time) {
    return new UsageFact(
        time,
        fact.kind(),
        fact.reference(),
        fact.imageId(),
        fact.packages(),
        fact.duration(),
        fact.bytes(),
        fact.source(),
        fact.identity());
  }

  @Test
  void theLastUseOfOneImageIsKnown() {
    try (SqliteLedger ledger = open()) {
      assertThat(ledger.lastUsed(reference())).isEmpty();

      ledger.record(List.of(fact(FactKind.USED)));

      assertThat(ledger.lastUsed(reference())).contains(NOON);
    }
  }

  @Test
  void packagesThatDoNotGiveTheKeySayNothingAboutTheImage() {
    try (SqliteLedger ledger = open()) {
      CacheReference other = new CacheReference(Language.PYTHON, "0123456789ab");
      UsageFact lie =
          UsageFact.of(NOON, FactKind.HIT, other, FactSource.log("x"), FactIdentity.random())
              .withPackages(List.of("not-in-there"));
      ledger.record(List.of(lie));
      assertThat(ledger.report(TimeRange.ALL).topPackages()).isEmpty();
      assertThat(facts(ledger)).containsExactly(lie);
    }
  }

  @Test
  void aLedgerOfANewerVersionIsLeftAsItIs() throws Exception {
    try (SqliteLedger ledger = open()) {
      ledger.record(List.of(fact(FactKind.HIT)));
    }
    try (Connection newer = DriverManager.getConnection("jdbc:sqlite:" + file())) {
      newer.createStatement().execute("PRAGMA user_version = " + (Schema.VERSION + 1));
    }
    try (SqliteLedger ledger = open()) {
      assertThatThrownBy(() -> ledger.report(TimeRange.ALL))
          .isInstanceOf(UsageLedgerException.class)
          .hasMessageContaining("newer version");
      assertThat(ledger.setAside()).isEmpty();
    }
    try (Connection newer = DriverManager.getConnection("jdbc:sqlite:" + file())) {
      assertThat(newer.createStatement().executeQuery("SELECT count(*) FROM fact").getInt(1))
          .isEqualTo(1);
    }
  }

  @Test
  void everyOlderVersionIsBroughtUpToThisOne() throws SQLException {
    for (int version = 0; version < Schema.VERSION; version++) {
      try (Sql sql = new Sql(DriverManager.getConnection("jdbc:sqlite::memory:"))) {
        Schema.migrate(sql, version);
        Schema.migrate(sql);
        assertThat(Schema.version(sql)).isEqualTo(Schema.VERSION);
        assertThat(FactWriter.write(sql, List.of(fact(FactKind.HIT)))).isEqualTo(1);
      }
    }
  }

  /** The version before this one had no reasons; what stands in it is told as before. */
  @Test
  void whatAnOlderVersionWroteIsReadOnAndTakesFailedSaves() throws SQLException {
    try (Connection old = DriverManager.getConnection("jdbc:sqlite:" + file())) {
      Sql sql = new Sql(old);
      Schema.migrate(sql, 3);
      sql.runScript(
          """
          INSERT INTO language VALUES (1, 'python', NULL);
          INSERT INTO image VALUES (1, 1, '0123456789ab', NULL, 0, 1, NULL, NULL);
          INSERT INTO source VALUES (1, 'LOG', '/mcp.log');
          INSERT INTO fact VALUES (1, %1$d, 1, 1, 1, 1, 11, NULL, NULL, NULL, NULL);
          INSERT INTO fact VALUES (2, %1$d, 3, 1, 1, 1, 12, NULL, 7, NULL, NULL);
          INSERT INTO image_day VALUES (%2$d, 1, 0, 1, 0, 1, 0, 0);
          """
              .formatted(NOON.toEpochMilli(), NOON.toEpochMilli() / Retention.DAY_MS));
    }
    CacheReference image = new CacheReference(Language.PYTHON, "0123456789ab");
    UsageFact unsaved =
        UsageFact.of(NOON, FactKind.UNSAVED, image, FactSource.log("/mcp.log"), 13)
            .withReason("invalid tag format");
    try (SqliteLedger ledger = open()) {
      assertThat(ledger.failedSaves(TimeRange.ALL, NOON)).isEqualTo(FailedSaves.NONE);
      assertThat(ledger.record(List.of(unsaved))).isEqualTo(1);
      assertThat(ledger.record(List.of(unsaved))).isZero();
      assertThat(facts(ledger))
          .extracting(UsageFact::kind, UsageFact::identity, UsageFact::reason)
          .containsExactly(
              tuple(FactKind.UNSAVED, 13L, Optional.of("invalid tag format")),
              tuple(FactKind.FAILED, 12L, Optional.empty()),
              tuple(FactKind.MISS, 11L, Optional.empty()));
      assertThat(ledger.failedSaves(TimeRange.ALL, NOON).counts()).isEqualTo(Map.of(image, 1L));
      assertThat(ledger.report(TimeRange.ALL).total())
          .as("a save that failed is no lookup")
          .isEqualTo(new HitCount(0, 1));
      assertThat(ledger.report(TimeRange.ALL).of(image).lastUsed()).isEmpty();
      assertThat(ledger.setAside()).isEmpty();
    }
  }

  @Test
  void aPlaceThatCannotBeWrittenIsToldWithItsName() throws IOException {
    Path blocked = Files.createFile(directory.resolve("file")).resolve("usage.db");
    try (SqliteLedger ledger = SqliteLedger.at(blocked, (_, name) -> name, CLOCK)) {
      assertThatThrownBy(() -> ledger.record(List.of(fact(FactKind.HIT))))
          .isInstanceOf(UsageLedgerException.class)
          .hasMessageContaining(blocked.toString());
    }
  }

  @Test
  void onlyItsUserCanReadIt() throws IOException {
    try (SqliteLedger ledger = open()) {
      ledger.record(List.of(fact(FactKind.HIT)));
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void aCheckpointCountsWhatWasNewAndWhatWasNot() {
    try (SqliteLedger ledger = open()) {
      UsageFact known = fact(FactKind.HIT);
      ledger.record(List.of(known));
      LogCheckpoint given =
          new LogCheckpoint("/a.log", "1", 512, "memory", 10, 3, 1, 2, Optional.of(NOON));
      LogCheckpoint kept =
          ledger
              .advance(List.of(known, fact(FactKind.MISS)), Optional.empty(), given)
              .orElseThrow();
      assertThat(kept.facts()).isEqualTo(4);
      assertThat(kept.duplicates()).isEqualTo(2);
      assertThat(ledger.checkpoints()).containsExactly(kept);
    }
  }

  @Test
  void ofTwoReadersOfOneLogTheSecondChangesNothing() {
    try (SqliteLedger ledger = open()) {
      LogCheckpoint begin =
          new LogCheckpoint("/a.log", "1", 100, "first", 10, 0, 0, 0, Optional.of(NOON));
      LogCheckpoint farther =
          new LogCheckpoint("/a.log", "1", 300, "third", 30, 0, 0, 0, Optional.of(NOON));
      LogCheckpoint less =
          new LogCheckpoint("/a.log", "1", 200, "second", 20, 0, 0, 0, Optional.of(NOON));
      ledger.advance(List.of(), Optional.empty(), begin);
      assertThat(ledger.advance(List.of(), Optional.of(begin), farther)).contains(farther);

      assertThat(ledger.advance(List.of(fact(FactKind.HIT)), Optional.of(begin), less)).isEmpty();
      assertThat(ledger.advance(List.of(fact(FactKind.HIT)), Optional.empty(), less)).isEmpty();
      assertThat(ledger.checkpoints()).containsExactly(farther);
      assertThat(ledger.report(TimeRange.ALL).total()).isEqualTo(new HitCount(0, 0));
    }
  }

  private SqliteLedger open() {
    return LedgerFacts.open(file());
  }

  private Path file() {
    return directory.resolve("usage.db");
  }
}
