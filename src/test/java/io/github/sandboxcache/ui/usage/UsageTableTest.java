package io.github.sandboxcache.ui.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.TotalSize;
import io.github.sandboxcache.domain.layers.Accuracy;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.domain.usage.UsageView;
import io.github.sandboxcache.testing.Missed;
import io.github.sandboxcache.ui.base.CacheSize;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What is saved as a table is what the charts show, to the last lookup. */
class UsageTableTest {
  @Test
  void eachLineIsAPieceOfTimeInUtcWithItsNumbers() {
    UsageView view = new UsageViews().with(Language.GO, 2, 1).view(UsageRange.DAY);

    assertThat(UsageTable.csv(view.timeline()))
        .isEqualTo(
            "from,to,language,hits,misses,hitRatePercent\r\n"
                + "2026-03-04T16:00:00Z,2026-03-04T18:00:00Z,go,2,1,66.67\r\n");
  }

  @Test
  void withoutLookupsThereIsOnlyTheHead() {
    assertThat(UsageTable.csv(new UsageViews().view(UsageRange.ALL).timeline()))
        .isEqualTo("from,to,language,hits,misses,hitRatePercent\r\n");
  }

  @Property(tries = 20)
  void theLinesAddUpToWhatTheChartsShow(
      @ForAll UsageRange range,
      @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 40) Integer> daysAgo) {
    UsageViews views = new UsageViews().with(Language.PYTHON, 3, 2);
    for (int days : daysAgo) {
      views.with(
          days % 2 == 0 ? Language.PYTHON : Language.GO,
          List.of("x"),
          Duration.ofDays(days).plusMinutes(7L * days),
          days % 4,
          1);
    }
    UsageView view = views.view(range);

    assertThat(sums(UsageTable.csv(view.timeline()))).isEqualTo(view.report().byLanguage());
  }

  @Test
  void packagesAndImagesStandInTheOrderOfTheirHits() {
    UsageView view =
        new UsageViews()
            .with(Language.GO, List.of("chi"), Duration.ofHours(1), 1, 0)
            .with(Language.PYTHON, List.of("numpy==2.1", "pandas"), Duration.ofHours(1), 2, 1)
            .view(UsageRange.WEEK);

    assertThat(UsageTable.packages(view.report().topPackages()))
        .isEqualTo("language,package,hits\r\npython,numpy,2\r\npython,pandas,2\r\ngo,chi,1\r\n");
    assertThat(UsageTable.images(view.report().topImages(9)).lines())
        .hasSize(3)
        .element(1)
        .asString()
        .startsWith("python,mcp-sandbox-python:")
        .endsWith(",2,1,66.67,numpy==2.1 pandas");
  }

  @Test
  void missedSetsHaveAllThatIsKnownOfThem() {
    MissedSet known = Missed.of(Language.GO, "chi.example/chi");
    MissedSet unknown =
        new MissedSet(
            known.reference(),
            Optional.empty(),
            1,
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            Instant.EPOCH,
            0,
            true);

    assertThat(UsageTable.missed(List.of(known, unknown)).lines())
        .containsExactly(
            "language,image,packages,misses,waitedMs,installMs,bytes,lastMissedAt,cached",
            "go,%s,chi.example/chi,2,60000,30000,1000,1970-01-01T00:00:00Z,false"
                .formatted(known.reference()),
            "go,%s,,1,,,,1970-01-01T00:00:00Z,true".formatted(known.reference()));
  }

  /** Names of packages come from anywhere, and a table is opened by spreadsheets. */
  @Test
  void noNameIsAFormulaOrBreaksTheLine() {
    UsageView view =
        new UsageViews()
            .with(Language.BASH, List.of("=cmd|'/c calc'!A0"), Duration.ofHours(1), 3, 0)
            .with(Language.BASH, List.of("a\"b\nc"), Duration.ofHours(1), 2, 0)
            .view(UsageRange.WEEK);

    assertThat(UsageTable.packages(view.report().topPackages()))
        .contains("\r\nbash,'=cmd|'/c calc'!A0,3\r\n", "\r\nbash,\"a\"\"b\nc\",2\r\n");
    assertThat(UsageTable.images(view.report().topImages(9)))
        .contains(",100.00,'=cmd|'/c calc'!A0\r\n", ",100.00,\"a\"\"b\nc\"\r\n");
  }

  @Test
  void sizesAreInBytesTheLargestFirstAndEmptyWhereNotKnown() {
    Map<Language, CacheSize> sizes =
        Map.of(
            Language.GO,
            new CacheSize(new TotalSize(300, 0), Optional.empty(), Optional.empty()),
            Language.PYTHON,
            new CacheSize(
                new TotalSize(900, 0),
                Optional.of(new ByteCount(400, Accuracy.EXACT)),
                Optional.empty()));

    assertThat(UsageTable.sizes(sizes))
        .isEqualTo("language,ownBytes,totalBytes\r\npython,400,900\r\ngo,,300\r\n");
  }

  private static Map<Language, HitCount> sums(String csv) {
    Map<Language, HitCount> sums = new HashMap<>();
    csv.lines()
        .skip(1)
        .map(line -> List.of(line.split(",", -1)))
        .forEach(
            cells ->
                sums.merge(
                    new Language(cells.get(2)),
                    new HitCount(Long.parseLong(cells.get(3)), Long.parseLong(cells.get(4))),
                    HitCount::plus));
    return sums;
  }
}
