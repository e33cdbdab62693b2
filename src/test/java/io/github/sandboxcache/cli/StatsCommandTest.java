package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.Images;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.FailedSaves;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.domain.usage.UsageLedgerException.Reason;
import io.github.sandboxcache.domain.usage.UsageReport;
import io.github.sandboxcache.testing.Ledgers;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards the document of {@code stats}. */
class StatsCommandTest {
  @Test
  void documentHasExactlyTheseFields() {
    JsonNode stats =
        CommandLineRun.of(new SampleAccess(), "stats", "--sample", "--json").document();

    assertThat(stats.fieldNames())
        .toIterable()
        .containsExactly(
            "since",
            "until",
            "images",
            "sizeBytes",
            "unknownSizes",
            "sizeText",
            "onDiskBytes",
            "packageBytes",
            "baseBytes",
            "orphans",
            "archives",
            "failedSaves",
            "hits",
            "misses",
            "hitRate",
            "savedMs",
            "lastUsedAt",
            "languages",
            "byImage",
            "topPackages");
    assertThat(stats.get("failedSaves"))
        .hasToString(
            "{'count':0,'unexplained':0,'lastAt':null,'reason':null,'tagRefused':false,'byLanguage':{}}"
                .replace('\'', '"'));
    assertThat(stats.get("languages").get(0).fieldNames())
        .toIterable()
        .containsExactly(
            "language",
            "images",
            "sizeBytes",
            "unknownSizes",
            "hits",
            "misses",
            "hitRate",
            "lastUsedAt");
    assertThat(stats.get("byImage").get(0).fieldNames())
        .toIterable()
        .containsExactly("reference", "hits", "misses", "lastUsedAt");
    assertThat(stats.get("topPackages").get(0).fieldNames())
        .toIterable()
        .containsExactly("name", "hits");
    assertThat(stats.get("images").intValue()).isEqualTo(42);
    assertThat(stats.get("sizeText").textValue()).matches("\\d+\\.\\d\\d GB");
    assertThat(stats.get("hitRate").isNumber()).isTrue();
  }

  @Test
  void withoutLookupsThereIsNoRate() {
    Catalog catalog = Images.catalog(Images.image("sha256:1", "mcp-sandbox-go:aaaaaaaaaaaa"));

    String document =
        JsonText.of(
            StatsDocument.of(
                catalog,
                TimeRange.ALL,
                Optional.of(UsageReport.EMPTY),
                FailedSaves.NONE,
                Optional.empty()));

    assertThat(document)
        .contains("\"hitRate\": null")
        .contains("\"lastUsedAt\": null")
        .contains("\"sizeText\": \"100.00 B\"");
  }

  @Test
  void rateIsPlainPercent() {
    UsageReport usage =
        Ledgers.of(Language.GO, new HitCount(3, 1), SampleAccess.NOW).report(TimeRange.ALL);

    assertThat(
            JsonText.of(
                StatsDocument.of(
                    Images.catalog(),
                    TimeRange.ALL,
                    Optional.of(usage),
                    FailedSaves.NONE,
                    Optional.empty())))
        .contains("\"hitRate\": 75.0")
        .contains("\"savedMs\": null");
  }

  @Test
  void aRangeCountsOnlyWhatHappenedInIt() {
    JsonNode week =
        CommandLineRun.of(new SampleAccess(), "stats", "--sample", "--json", "--since", "7d")
            .document();

    assertThat(week.get("since").textValue()).isEqualTo("2026-11-15T21:00:00.000Z");
    assertThat(week.get("until").isNull()).isTrue();
    assertThat(week.get("hits").longValue()).isEqualTo(1_284);
    assertThat(week.get("misses").longValue()).isEqualTo(187);
    assertThat(week.get("savedMs").longValue()).isPositive();
  }

  @Test
  void aTimeThatIsNoneIsWrongUsage() {
    CommandLineRun run =
        CommandLineRun.of(new SampleAccess(), "stats", "--sample", "--since", "soon");

    assertThat(run.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.err()).contains("\"soon\" is no time");
  }

  private static UsageLedgerException full() {
    return new UsageLedgerException("/data/usage.db", Reason.FULL, new IOException("no space"));
  }

  @Test
  void aLedgerThatCannotBeReadIsNotAHistoryWithoutHits() {
    SampleAccess unreadable = new SampleAccess().withLedgerFailingAt("report", full());

    CommandLineRun run = CommandLineRun.of(unreadable, "stats", "--sample", "--json");

    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    JsonNode stats = run.document();
    assertThat(stats.get("images").intValue()).isEqualTo(42);
    for (String unknown : List.of("hits", "misses", "hitRate", "lastUsedAt", "byImage")) {
      assertThat(stats.get(unknown).isNull()).as(unknown).isTrue();
    }
    assertThat(stats.get("languages").get(0).get("hits").isNull()).isTrue();
    assertThat(run.err())
        .contains("The disk that holds /data/usage.db is full")
        .doesNotContain("[");
    assertThat(CommandLineRun.of(unreadable, "stats", "--sample").out())
        .containsPattern("all +42 +12.94 GB +– +– +–");
  }

  @Test
  void aLedgerThatCannotBeWrittenIsReadNevertheless() {
    SampleAccess behind = new SampleAccess().withLogsFailingWith(full());

    CommandLineRun run = CommandLineRun.of(behind, "usage", "--limit", "1", "--json");

    assertThat(run.code()).isZero();
    assertThat(run.document()).hasSize(1);
    assertThat(run.err()).contains("these numbers lack them", "is full. Nothing in it is lost");
  }

  /** Also when there was nothing to write: the next fact would be lost unseen. */
  @ParameterizedTest
  @ValueSource(strings = {"usage --limit 1", "stats --engine " + SampleAccess.URI})
  void aLedgerInAReadOnlyPlaceIsReadAndItIsSaidThatNothingIsTakenDown(String verb) {
    SampleAccess readOnly =
        new SampleAccess()
            .withLedgerRefusing(
                new UsageLedgerException(
                    "/data/usage.db", Reason.READ_ONLY, new IOException("read-only")));

    CommandLineRun run = CommandLineRun.of(readOnly, verb.split(" "));

    assertThat(run.code()).isZero();
    assertThat(run.out()).isNotEmpty();
    assertThat(run.err()).contains("these numbers lack them", "the file system is read-only");
  }

  @Test
  void savesOfTheSandboxThatFailedAreCountedWithTheReasonOfTheNewest() {
    SampleAccess access = new SampleAccess();
    int _ =
        access
            .usage()
            .record(
                List.of(
                    unsaved(SampleAccess.NOW.minusSeconds(7_200), 1, "denied"),
                    unsaved(
                        SampleAccess.NOW.minusSeconds(3_600), 2, "(HTTP code 500) x - bad\u0007"),
                    unsaved(SampleAccess.NOW.minusSeconds(864_000), 3, "long ago")));

    assertThat(
            CommandLineRun.of(access, "stats", "--sample", "--json", "--since", "7d")
                .document()
                .get("failedSaves"))
        .hasToString(
            ("{'count':2,'unexplained':0,'lastAt':'%s.000Z','reason':'(HTTP code 500) x -"
                    + " bad\\u0007','tagRefused':false,'byLanguage':{'go':2}}")
                .formatted(SampleAccess.NOW.minusSeconds(3_600).toString().replace("Z", ""))
                .replace('\'', '"'));
    assertThat(CommandLineRun.of(access, "stats", "--sample").out())
        .contains(
            "3 installs were not saved, last 1 h ago: \u201cbad\\u0007\u201d.\n"
                + "Installs made here are found by its next lookup.\n");
  }

  private static UsageFact unsaved(Instant time, long identity, String reason) {
    return UsageFact.of(
            time,
            FactKind.UNSAVED,
            new CacheReference(Language.GO, "0123456789ab"),
            FactSource.log("x"),
            identity)
        .withReason(reason);
  }

  @Test
  void peopleSeeUnitsOfThousand() {
    assertThat(CommandLineRun.of(new SampleAccess(), "stats", "--sample").out())
        .contains("12.94 GB");
  }
}
