package io.github.sandboxcache.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** An engine that is slow to list is asked less often. */
class LiveTimingsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void nobodyAskedForAListForFiveMinutes() {
    assertThat(LiveTimings.DEFAULT.untilNextList(NOON, NOON.plusSeconds(5)))
        .isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void aSlowListIsFollowedByAPauseSixtyTimesAsLong() {
    assertThat(LiveTimings.DEFAULT.untilNextList(NOON, NOON.plusSeconds(10)))
        .isEqualTo(Duration.ofMinutes(10));
  }
}
