package io.github.sandboxcache.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A dead process is told from a living one, also when its number was given away again. */
class ProcessIdentityTest {
  private static final ProcessIdentity SELF = ProcessIdentity.current();

  @Test
  void thisProcessIsAlive() {
    assertThat(SELF.isAlive()).isTrue();
    assertThat(new ProcessIdentity(SELF.pid(), Optional.empty()).isAlive()).isTrue();
  }

  @Test
  void anotherOneHadTheSameNumberBefore() {
    assertThat(new ProcessIdentity(SELF.pid(), startedLater(Duration.ofMinutes(-5))).isAlive())
        .isFalse();
  }

  @Test
  void aClockThatWasCorrectedKillsNobody() {
    assertThat(new ProcessIdentity(SELF.pid(), startedLater(Duration.ofSeconds(2))).isAlive())
        .isTrue();
  }

  @Test
  void aProcessThatHasEndedIsDead() throws Exception {
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    ProcessIdentity child = new ProcessIdentity(java.pid(), java.toHandle().info().startInstant());
    assertThat(java.waitFor()).isZero();
    assertThat(child.isAlive()).isFalse();
  }

  private static Optional<Instant> startedLater(Duration later) {
    return SELF.started().map(time -> time.plus(later));
  }
}
