package io.github.sandboxcache.ui.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.ui.app.FakeSession;
import io.github.sandboxcache.ui.base.EngineOpener.Opened;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The first engine is asked before there is a window, and only once. */
class EngineOpenerTest {
  private static final Optional<String> AUTOMATIC = Optional.empty();

  private final List<Optional<String>> asked = new ArrayList<>();
  private final List<FakeSession> sessions = new ArrayList<>();
  private final EngineOpener engines =
      new EngineOpener(this::connect, EngineOpenerTest::engine, this::session);

  @Test
  void opensASessionOnTheEngineThatIsFound() {
    Opened opened = engines.open(AUTOMATIC);

    assertThat(asked).containsExactly(AUTOMATIC);
    assertThat(opened).isEqualTo(new Opened.Started(sessions.getFirst()));
  }

  @Test
  void withoutAnEngineItSaysWhatWasTried() {
    EngineConnector none = _ -> new Outcome.NoEngine(List.of());
    EngineOpener noEngines = new EngineOpener(none, EngineOpenerTest::engine, this::session);

    assertThat(noEngines.open(AUTOMATIC)).isEqualTo(new Opened.NoEngine(List.of()));
  }

  private Outcome connect(Optional<String> chosenUri) {
    asked.add(chosenUri);
    return new Outcome.Connected(engine());
  }

  private static SampleEngine engine() {
    Clock clock = Clock.systemUTC();
    return new SampleEngine(SampleCache.believable(clock.instant()), clock, Duration.ZERO);
  }

  private EngineSession session(ContainerEngine engine) {
    FakeSession session =
        new FakeSession(engine, engine.description(), Ledgers.empty(), Instant.EPOCH);
    sessions.add(session);
    return session;
  }
}
