package io.github.sandboxcache.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards how times are told: whole units, rounded down. */
class RelativeTimeTest {
  private static final Instant NOW = Instant.parse("2026-11-22T21:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "PT0.4S, just now",
    "PT4S, 4 s ago",
    "PT29S, 20 s ago",
    "PT2M59S, 2 min ago",
    "PT3H, 3 h ago",
    "PT23H59M, 23 h ago",
    "P9D, 9 d ago",
    "P364D, 364 d ago",
    "P731D, 2 y ago",
  })
  void ago(Duration age, String text) {
    assertThat(RelativeTime.ago(NOW.minus(age), NOW)).isEqualTo(text);
  }

  @Test
  void timeToComeIsNow() {
    assertThat(RelativeTime.ago(NOW.plusSeconds(90), NOW)).isEqualTo("just now");
  }

  @ParameterizedTest
  @CsvSource({"PT0.42S, 0.4 s", "PT9.96S, 10 s", "PT59.4S, 59 s", "PT3M20S, 3 min 20 s"})
  void length(Duration length, String text) {
    assertThat(RelativeTime.length(length)).isEqualTo(text);
  }

  /** Who shows an age need not look again before that. */
  @Property
  void anAgeStaysForAsLongAsItIsSaidToStay(
      @ForAll @LongRange(min = 1_000, max = 40_000_000_000L) long ageMs) {
    Instant then = NOW.minusMillis(ageMs);
    Duration stays = RelativeTime.staysFor(then, NOW);
    String text = RelativeTime.ago(then, NOW);

    assertThat(stays).isPositive();
    assertThat(RelativeTime.ago(then, NOW.plus(stays).minusMillis(1))).isEqualTo(text);
    if (ageMs < Duration.ofDays(364).toMillis()) {
      assertThat(RelativeTime.ago(then, NOW.plus(stays))).isNotEqualTo(text);
    }
  }
}
