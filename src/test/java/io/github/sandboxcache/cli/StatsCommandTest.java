package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.cache.Language;
import io.github.sandboxcache.catalog.TotalSize;
import io.github.sandboxcache.service.CacheStats;
import io.github.sandboxcache.service.CacheStats.LanguageStats;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.usage.HitCount;
import io.github.sandboxcache.usage.TimeRange;
import io.github.sandboxcache.usage.UsageReport;
import java.util.List;
import org.junit.jupiter.api.Test;

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
            "hits",
            "misses",
            "hitRate",
            "savedMs",
            "lastUsedAt",
            "languages",
            "byImage",
            "topPackages");
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
    CacheStats stats =
        new CacheStats(
            1,
            new TotalSize(2_826_000_000L, 0),
            List.of(new LanguageStats(Language.GO, 1, new TotalSize(2_826_000_000L, 0))));

    String document = JsonText.of(StatsDocument.of(stats, UsageReport.EMPTY));

    assertThat(document)
        .contains("\"hitRate\": null")
        .contains("\"lastUsedAt\": null")
        .contains("\"sizeText\": \"2.63 GB\"");
  }

  @Test
  void rateIsPlainPercent() {
    UsageReport usage =
        Ledgers.of(Language.GO, new HitCount(3, 1), SampleAccess.NOW).report(TimeRange.ALL);

    assertThat(
            JsonText.of(StatsDocument.of(new CacheStats(0, new TotalSize(0, 0), List.of()), usage)))
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

  @Test
  void peopleSeeUnitsOfThousand() {
    assertThat(CommandLineRun.of(new SampleAccess(), "stats", "--sample").out())
        .contains("12.94 GB");
  }
}
