package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions count by numbers, not as text, and the highest one in common is spoken. */
class ApiVersionTest {
  private static ApiVersion version(String text) {
    return ApiVersion.parse(text).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"1.9, 1.10, -1", "2.0, 1.51, 1", "1.44, 1.44, 0", "0.60, 1.4, -1"})
  void versionsAreComparedByTheirNumbers(String one, String other, int order) {
    assertThat(Integer.signum(version(one).compareTo(version(other)))).isEqualTo(order);
    assertThat(version(one).isAtLeast(version(other))).isEqualTo(order >= 0);
  }

  @Test
  void aThirdNumberIsPassedOver() {
    assertThat(version("1.41.2")).isEqualTo(new ApiVersion(1, 41)).hasToString("1.41");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "v1.41", "1.x", "1.41-rc", "12345.1", "1.12345"})
  void otherTextIsNoVersion(String text) {
    assertThat(ApiVersion.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1.12, 1.41, 1.41",
    "1.12, 1.40, 1.40",
    "1.12, 1.39,",
    "1.44, 1.60, 1.51",
    "1.51, 1.60, 1.51",
    "1.52, 1.60,"
  })
  void theHighestInCommonIsSpoken(String oldest, String newest, String spoken) {
    assertThat(ApiVersion.common(version(oldest), version(newest)))
        .isEqualTo(Optional.ofNullable(spoken).flatMap(ApiVersion::parse));
  }
}
