package io.github.sandboxcache.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards that only nothing is 0 % and only everything 100 %. */
class PercentTest {
  @ParameterizedTest
  @CsvSource({"0, 0", "0.2, 1", "86.6, 87", "99.9, 99", "100, 100"})
  void wholePercent(double percent, String number) {
    assertThat(Percent.of(OptionalDouble.of(percent))).isEqualTo(number + "\u00a0%");
  }

  @Test
  void noDataIsNotZero() {
    assertThat(Percent.of(OptionalDouble.empty())).isEqualTo("no data");
  }
}
