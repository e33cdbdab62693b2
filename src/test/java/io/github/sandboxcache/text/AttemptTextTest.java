package io.github.sandboxcache.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineAttempt.Failure;
import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import java.util.List;
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

  @Test
  void whoAnswersInWordsOfItsOwnIsNotCalledSomethingElse() {
    String paused = "Docker Desktop is manually paused.";
    for (Source source : List.of(Source.ENVIRONMENT, Source.CONTEXT)) {
      assertThat(explanation("unix:///x.sock", source, paused))
          .isEqualTo("A server answered, but this app cannot use it. Its own words: " + paused);
      assertThat(explanation("unix:///x.sock", source, ""))
          .isEqualTo("A server answered, but it is not Docker or Podman.");
    }
    assertThat(explanation("~/.docker/config.json", Source.CONTEXT, "line 1 is not JSON"))
        .startsWith("The docker command\u2019s file cannot be read.");
  }

  @Test
  void whatSshSaysIsNotTakenForTheEnginesWords() {
    assertThat(explanation("ssh://me@host", Source.CONTEXT, "docker: command not found"))
        .isEqualTo(
            "ssh brings no engine that can be used. The docker command has to be installed on the"
                + " host. Its own words: docker: command not found");
    assertThat(
            AttemptText.explanation(
                new EngineAttempt("ssh://a:b@c", Source.CHOSEN, Failure.NOT_SUPPORTED, "")))
        .startsWith("An address takes no password.");
  }

  private static String explanation(String place, Source source, String detail) {
    return AttemptText.explanation(new EngineAttempt(place, source, Failure.NOT_USABLE, detail));
  }
}
