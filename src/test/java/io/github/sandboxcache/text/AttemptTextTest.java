package io.github.sandboxcache.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineAttempt.Failure;
import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Guards that every place and every failure has words. */
class AttemptTextTest {
  @Property
  void everyAttemptHasWords(@ForAll Source source, @ForAll Failure failure) {
    EngineAttempt attempt = new EngineAttempt("/run/x.sock", source, failure, "");
    assertThat(AttemptText.source(source)).isNotBlank();
    assertThat(AttemptText.badge(failure)).isNotBlank();
    assertThat(AttemptText.explanation(attempt)).endsWith(".");
  }

  @Test
  void knownPlacesSayWhatToDoThere() {
    assertThat(
            AttemptText.explanation(
                new EngineAttempt("x", Source.DOCKER_DESKTOP, Failure.NOT_RUNNING, "")))
        .endsWith("Start Docker Desktop.");
  }
}
