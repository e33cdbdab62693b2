package io.github.sandboxcache.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RegistryException;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.testing.RegistryInMemory;
import io.github.sandboxcache.ui.app.FakeSession;
import io.github.sandboxcache.ui.base.EngineSession;
import io.github.sandboxcache.ui.base.UiThreads;
import io.github.sandboxcache.ui.settings.RegistryCheck.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** Settings tell whether the team's registry answers, or why nobody knows. */
class RegistryCheckTest {
  private static final RegistryAddress ADDRESS =
      new RegistryAddress("registry.example.com", "team");

  private final RegistryInMemory registry =
      new RegistryInMemory(
          List.of(
              CacheReference.of(Language.PYTHON, CacheKey.of(Language.PYTHON, List.of("pandas")))));
  private final SampleEngine engine =
      new SampleEngine(new SampleCache(List.of(), List.of()), Clock.systemUTC(), Duration.ZERO);
  private final Queue<Runnable> background = new ArrayDeque<>();
  private final RegistryCheck check =
      new RegistryCheck(
          () -> Optional.of(session()), new UiThreads(Runnable::run, background::add));

  private EngineSession session() {
    return new FakeSession(engine, engine.description(), Ledgers.empty(), registry, Instant.EPOCH);
  }

  private State state() {
    return check.stateProperty().get();
  }

  private void answer() {
    background.remove().run();
  }

  @Test
  void itTellsHowManyImagesThereAre() {
    check.ask(ADDRESS);
    assertThat(state()).isEqualTo(new State.Asking());
    answer();
    assertThat(state()).isEqualTo(new State.Answered(1));
  }

  @Test
  void itTellsWhyThereIsNoAnswer() {
    registry.fail(RegistryException.Kind.NOT_ALLOWED, "401");
    check.ask(ADDRESS);
    answer();
    assertThat(state())
        .isInstanceOfSatisfying(
            State.Failed.class, failed -> assertThat(failed.why().words()).isEqualTo("401"));
  }

  /** The answer of one registry must never stand beside the address of another. */
  @Test
  void anAnswerThatComesAfterTheAddressChangedIsDropped() {
    check.ask(ADDRESS);
    check.forget();
    answer();
    assertThat(state()).isEqualTo(new State.Unasked());
  }

  @Test
  void withoutAnEngineNobodyCanAsk() {
    RegistryCheck alone =
        new RegistryCheck(Optional::empty, new UiThreads(Runnable::run, Runnable::run));
    alone.ask(ADDRESS);
    assertThat(alone.stateProperty().get()).isEqualTo(new State.NoEngine());
  }
}
