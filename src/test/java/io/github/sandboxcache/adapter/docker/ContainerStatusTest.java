package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a container's status tells is never more than it says: it is rounded. */
class ContainerStatusTest {
  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
  private static final Optional<Instant> CREATED =
      Optional.of(Instant.parse("2026-11-01T12:00:00Z"));

  @ParameterizedTest
  @CsvSource({
    "Up 1 second, PT1S",
    "Up 59 seconds, PT59S",
    "Up About a minute, PT1M",
    "Exited (0) About a minute ago, PT1M",
    "Exited (137) 35 minutes ago, PT35M",
    "Up About an hour, PT30M",
    "Up 2 hours, PT1H30M",
    "Up 2 hours (healthy), PT1H30M",
    "Up 2 hours (Paused), PT1H30M",
    "Exited (0) 2 days ago, PT47H30M",
    "Exited (-1) 3 weeks ago, PT503H30M",
    "Exited (0) 4 months ago, PT2879H30M",
    "Exited (0) 2 years ago, PT17519H30M"
  })
  void forSoLongNothingHasHappened(String status, Duration atLeast) {
    assertThat(ContainerStatus.unchangedSince(status, CREATED, NOW)).contains(NOW.minus(atLeast));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Dead",
        "Removal In Progress",
        "Restarting (1) 5 seconds ago",
        "Up Less than a second",
        "Up a long time",
        "Exited (0)",
        "Up 99999999999999999999 hours"
      })
  void otherwiseItMayJustHaveChanged(String status) {
    assertThat(ContainerStatus.unchangedSince(status, CREATED, NOW)).isEmpty();
  }

  @Test
  void whatNeverStartedIsAsOldAsItIs() {
    assertThat(ContainerStatus.unchangedSince("Created", CREATED, NOW)).isEqualTo(CREATED);
    assertThat(ContainerStatus.unchangedSince("Created", Optional.empty(), NOW)).isEmpty();
  }
}
