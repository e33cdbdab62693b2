package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.cache.Language;
import io.github.sandboxcache.service.CacheStats;
import io.github.sandboxcache.service.CacheStats.LanguageStats;
import io.github.sandboxcache.usage.HitCount;
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
            "images",
            "sizeBytes",
            "sizeText",
            "hits",
            "misses",
            "hitRate",
            "languages",
            "topPackages");
    assertThat(stats.get("languages").get(0).fieldNames())
        .toIterable()
        .containsExactly("language", "images", "sizeBytes", "hits", "misses", "hitRate");
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
            2_826_000_000L,
            HitCount.NONE,
            List.of(new LanguageStats(Language.GO, 1, 2_826_000_000L, HitCount.NONE)),
            List.of());

    String document = JsonText.of(StatsDocument.of(stats));

    assertThat(document).contains("\"hitRate\": null").contains("\"sizeText\": \"2.63 GB\"");
  }

  @Test
  void rateIsPlainPercent() {
    CacheStats stats = new CacheStats(0, 0, new HitCount(3, 1), List.of(), List.of());

    assertThat(JsonText.of(StatsDocument.of(stats))).contains("\"hitRate\": 75.0");
  }

  @Test
  void peopleSeeUnitsOfThousand() {
    assertThat(CommandLineRun.of(new SampleAccess(), "stats", "--sample").out())
        .contains("12.94 GB");
  }
}
