package io.github.sandboxcache.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of the use of images, and of which nothing is known. */
class RecentUsesTest {
  private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private static RecentUses since(String day) {
    return new RecentUses(NOON, Optional.of(Instant.parse(day)), Map.of(), Map.of());
  }

  @Test
  void whoBeganTodayHasNotLookedForAnHour() {
    RecentUses uses = since(NOON.truncatedTo(ChronoUnit.DAYS).toString());

    assertThat(uses.cover(Duration.ofHours(1))).isFalse();
  }

  @Test
  void theFirstDayCountsFromItsEnd() {
    RecentUses uses = since("2026-11-20T00:00:00Z");

    assertThat(uses.cover(DAY.multipliedBy(9).plus(Duration.ofHours(12)))).isTrue();
    assertThat(uses.cover(DAY.multipliedBy(9).plus(Duration.ofHours(13)))).isFalse();
  }

  @Test
  void withoutAnyFactNobodyHasLooked() {
    assertThat(RecentUses.none(NOON).any()).isFalse();
    assertThat(RecentUses.none(NOON).cover(Duration.ofSeconds(1))).isFalse();
    assertThat(since("2026-11-20T00:00:00Z").any()).isTrue();
  }

  @Test
  void anUnknownImageTakesAsLongAsItsLanguage() {
    Duration minute = Duration.ofMinutes(1);
    RecentUses uses = new RecentUses(NOON, Optional.empty(), Map.of(), Map.of(Language.GO, minute));

    assertThat(uses.of(new CacheReference(Language.GO, "aaaaaaaaaaaa")).installTime())
        .contains(minute);
    assertThat(uses.of(new CacheReference(Language.RUST, "aaaaaaaaaaaa")))
        .isEqualTo(RecentUse.NONE);
  }
}
