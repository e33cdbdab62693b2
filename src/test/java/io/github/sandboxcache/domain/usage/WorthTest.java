package io.github.sandboxcache.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.usage.Worth.Verdict;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards by which rule something is worth the disk it takes. */
class WorthTest {
  private static final Duration MONTH = Duration.ofDays(30);
  private static final OptionalLong GIGABYTE = OptionalLong.of(1_000_000_000);

  @ParameterizedTest
  @CsvSource({
    "PT4H18M, WORTH_IT", // 60 min a week
    "PT4H17M, FAIR",
    "PT1H5M, FAIR", // 15 min a week
    "PT1H4M, POOR",
    "PT1S, POOR",
    "PT0S, UNUSED"
  })
  void whatAGigabyteSavedInAMonthIsBroughtToAWeek(Duration saved, Verdict verdict) {
    assertThat(Worth.of(Optional.of(saved), MONTH, GIGABYTE).verdict()).isEqualTo(verdict);
  }

  @Test
  void whoIsYoungerIsJudgedByWhatItSavedSince() {
    Optional<Duration> saved = Optional.of(Duration.ofHours(2));

    assertThat(Worth.of(saved, Duration.ofDays(14), GIGABYTE).verdict())
        .isEqualTo(Verdict.WORTH_IT);
    assertThat(Worth.of(saved, MONTH, GIGABYTE).verdict()).isEqualTo(Verdict.FAIR);
  }

  @Test
  void nothingIsConcludedFromSomeHours() {
    Optional<Duration> saved = Optional.of(Duration.ofMinutes(8));

    assertThat(Worth.of(saved, Duration.ofMinutes(5), GIGABYTE))
        .isEqualTo(Worth.of(saved, Duration.ofDays(1), GIGABYTE));
  }

  @Test
  void whoIsNewIsNotYetUnused() {
    Optional<Duration> nothing = Optional.of(Duration.ZERO);

    assertThat(Worth.of(nothing, Duration.ofDays(6), GIGABYTE)).isEqualTo(Worth.UNKNOWN);
    assertThat(Worth.of(nothing, Duration.ofDays(7), GIGABYTE).verdict()).isEqualTo(Verdict.UNUSED);
  }

  @Test
  void whatIsNotKnownIsNotJudged() {
    Optional<Duration> hour = Optional.of(Duration.ofHours(1));

    assertThat(Worth.of(Optional.empty(), MONTH, GIGABYTE)).isEqualTo(Worth.UNKNOWN);
    assertThat(Worth.of(hour, MONTH, OptionalLong.empty())).isEqualTo(Worth.UNKNOWN);
  }

  @Test
  void whatTakesNoDiskIsWorthIt() {
    assertThat(Worth.of(Optional.of(Duration.ofSeconds(1)), MONTH, OptionalLong.of(0)).verdict())
        .isEqualTo(Verdict.WORTH_IT);
  }

  @Property
  void whoSavesMoreForNoMoreBytesIsNeverWorthLess(
      @ForAll @LongRange(max = 100_000_000) long millis,
      @ForAll @LongRange(max = 100_000_000) long more,
      @ForAll @LongRange(max = 1_000_000_000_000L) long bytes,
      @ForAll @LongRange(max = 1_000_000_000_000L) long fewer,
      @ForAll @IntRange(min = 7, max = 30) int days) {
    Duration watched = Duration.ofDays(days);
    Verdict less = worth(millis, watched, Math.max(bytes, fewer));
    Verdict better = worth(millis + more, watched, Math.min(bytes, fewer));

    assertThat(better).isLessThanOrEqualTo(less);
  }

  @Property
  void twiceAsMuchOnTwiceTheDiskIsWorthTheSame(
      @ForAll @LongRange(max = 100_000_000) long millis,
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long bytes,
      @ForAll @IntRange(min = 7, max = 30) int days) {
    Duration watched = Duration.ofDays(days);

    assertThat(worth(2 * millis, watched, 2 * bytes)).isEqualTo(worth(millis, watched, bytes));
  }

  @Property
  void theSamePaceForLongerIsWorthTheSame(
      @ForAll @LongRange(max = 100_000_000) long millisPerWeek,
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long bytes,
      @ForAll @IntRange(min = 1, max = 8) int weeks) {
    assertThat(worth(weeks * millisPerWeek, Duration.ofDays(7L * weeks), bytes))
        .isEqualTo(worth(millisPerWeek, Duration.ofDays(7), bytes));
  }

  private static Verdict worth(long millis, Duration watched, long bytes) {
    return Worth.of(Optional.of(Duration.ofMillis(millis)), watched, OptionalLong.of(bytes))
        .verdict();
  }
}
