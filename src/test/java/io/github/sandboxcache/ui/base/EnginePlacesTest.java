package io.github.sandboxcache.ui.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineAttempt.Failure;
import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.domain.engine.EnginePlace;
import io.github.sandboxcache.service.EngineSurvey;
import io.github.sandboxcache.service.EngineSurvey.Answer;
import io.github.sandboxcache.ui.base.EnginePlaces.Row;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Guards that the engines to choose from are asked in the background, each for itself. */
class EnginePlacesTest {
  private static final EnginePlace LOCAL =
      new EnginePlace(
          "unix:///var/run/docker.sock", "/var/run/docker.sock", Source.DOCKER_SOCKET, "");
  private static final EnginePlace REMOTE =
      new EnginePlace("tcp://build-host:2375", "tcp://build-host:2375", Source.CONTEXT, "build");
  private static final EngineAttempt DEAD =
      new EngineAttempt("tcp://build-host:2375", Source.CONTEXT, Failure.NOT_RUNNING, "refused");

  private final List<Runnable> background = new ArrayList<>();
  private final EnginePlaces places = places(Optional.of("unix:///var/run/docker.sock"));

  @Test
  void thePlacesAreThereBeforeTheyAnswer() {
    places.look();
    assertThat(places.rows()).isEmpty();

    background.removeFirst().run();
    assertThat(places.rows()).extracting(Row::place).containsExactly(LOCAL, REMOTE);
    assertThat(places.rows()).allMatch(row -> row.answer().isEmpty());
  }

  @Test
  void oneThatKeepsSilentDoesNotKeepTheOthersWaiting() {
    places.look();
    background.removeFirst().run();

    background.removeLast().run();

    assertThat(places.rows().get(0).answer()).isEmpty();
    assertThat(places.rows().get(1).answer()).contains(new Answer.None(DEAD));
    background.removeFirst().run();
    assertThat(places.rows().get(0).answer()).containsInstanceOf(Answer.Engine.class);
  }

  @Test
  void theOneInUseIsMarkedHoweverItIsWritten() {
    EnginePlaces bare = places(Optional.of("/var/run/docker.sock"));
    bare.look();
    background.removeFirst().run();

    assertThat(bare.rows()).extracting(Row::current).containsExactly(true, false);
  }

  @Test
  void whatIsKnownOfAPlaceStaysUntilItAnswersAnew() {
    places.look();
    while (!background.isEmpty()) {
      background.removeFirst().run();
    }

    places.look();
    background.removeFirst().run();

    assertThat(places.rows()).allMatch(row -> row.answer().isPresent());
  }

  private EnginePlaces places(Optional<String> current) {
    EngineConnector connector =
        new EngineConnector() {
          @Override
          public Outcome connect(Optional<String> chosenUri) {
            return chosenUri.equals(Optional.of(LOCAL.address()))
                ? new Outcome.Connected(engine())
                : new Outcome.NoEngine(List.of(DEAD));
          }

          @Override
          public List<EnginePlace> places() {
            return List.of(LOCAL, REMOTE);
          }
        };
    return new EnginePlaces(
        new EngineSurvey(connector), new UiThreads(Runnable::run, background::add), () -> current);
  }

  private static SampleEngine engine() {
    return new SampleEngine(
        SampleCache.believable(Instant.EPOCH), Clock.systemUTC(), Duration.ZERO);
  }
}
