package io.github.sandboxcache.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The grades of hit rates, at the rates where they change. */
class HitRateGradeTest {
  @ParameterizedTest
  @CsvSource({
    "100, 0, GOOD",
    "90, 10, GOOD",
    "179, 21, GOOD",
    "89, 11, FAIR",
    "75, 25, FAIR",
    "74, 26, LOW",
    "50, 50, LOW",
    "49, 51, BAD",
    "0, 1, BAD"
  })
  void theGradeIsThatOfTheWholePercentThatIsShown(long hits, long misses, HitRateGrade grade) {
    assertThat(HitRateGrade.of(new HitCount(hits, misses))).contains(grade);
  }

  @Test
  void whereNobodyAskedThereIsNoGradeAndNothingToPointOut() {
    assertThat(HitRateGrade.of(HitCount.NONE)).isEmpty();
    assertThat(HitRateGrade.isLow(HitCount.NONE)).isFalse();
    assertThat(HitRateGrade.isThin(HitCount.NONE)).isFalse();
  }

  @Test
  void underThreeQuartersIsLow() {
    assertThat(HitRateGrade.isLow(new HitCount(75, 25))).isFalse();
    assertThat(HitRateGrade.isLow(new HitCount(74, 26))).isTrue();
    assertThat(HitRateGrade.isLow(new HitCount(0, 9))).isTrue();
  }

  @Test
  void fewerThanFiveLookupsSayLittle() {
    assertThat(HitRateGrade.isThin(new HitCount(3, 1))).isTrue();
    assertThat(HitRateGrade.isThin(new HitCount(3, 2))).isFalse();
  }
}
