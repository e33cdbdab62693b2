package io.github.sandboxcache.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineAttempt.Failure;
import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The page tries again by itself, one try at a time. */
class NoEngineModelTest {
  private static final List<EngineAttempt> NOTHING =
      List.of(new EngineAttempt("DOCKER_HOST", Source.ENVIRONMENT, Failure.NOT_SET, ""));

  private final AtomicInteger tries = new AtomicInteger();
  private final NoEngineModel model = new NoEngineModel(tries::incrementAndGet);

  @Test
  void itTriesWhenTheSecondsAreOver() {
    model.failed(NOTHING, Instant.EPOCH);
    for (int i = 0; i < NoEngineModel.RETRY_SECONDS; i++) {
      assertThat(tries).hasValue(0);
      model.tick();
    }
    assertThat(tries).hasValue(1);
  }

  @Test
  void whileItTriesNothingElseStarts() {
    model.failed(NOTHING, Instant.EPOCH);
    model.tryNow();
    model.tryNow();
    model.tick();
    assertThat(tries).hasValue(1);
    model.failed(NOTHING, Instant.EPOCH.plusSeconds(1));
    assertThat(model.secondsLeftProperty().get()).isEqualTo(NoEngineModel.RETRY_SECONDS);
  }

  @Test
  void howToBeAllowedIsOnlySaidToThoseWhoAreNot() {
    model.failed(NOTHING, Instant.EPOCH);
    assertThat(model.notAllowed()).isFalse();
    model.failed(
        List.of(new EngineAttempt("/s", Source.DOCKER_SOCKET, Failure.NOT_ALLOWED, "")),
        Instant.EPOCH.plusSeconds(1));
    assertThat(model.notAllowed()).isTrue();
  }
}
