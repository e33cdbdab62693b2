package io.github.sandboxcache.ui.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.cache.Language;
import io.github.sandboxcache.usage.HitCount;
import io.github.sandboxcache.usage.UsageRange;
import io.github.sandboxcache.usage.UsageView;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
                + "2026-03-04T17:00:00Z,2026-03-04T18:00:00Z,go,2,1,66.67\r\n");
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
