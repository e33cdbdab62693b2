package io.github.sandboxcache.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.port.EngineAttempt;
import io.github.sandboxcache.port.EngineAttempt.Failure;
import io.github.sandboxcache.port.EngineAttempt.Source;
import io.github.sandboxcache.port.EngineConnector;
import io.github.sandboxcache.port.EngineConnector.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An engine that was asked ahead is taken over, but never in place of another one. */
class HeadStartTest {
  private final List<Optional<String>> asked = new ArrayList<>();
  private final Deque<Runnable> background = new ArrayDeque<>();
  private final EngineConnector connector =
      uri -> {
        asked.add(uri);
        return new Outcome.NoEngine(
            List.of(new EngineAttempt(uri.orElse(""), Source.CHOSEN, Failure.NOT_THERE, "")));
      };
  private final HeadStart headStart = new HeadStart(connector);

  @Test
  void whatWasBegunIsTakenOverOnce() {
    headStart.begin(Optional.of("a"), Runnable::run);

    Outcome taken = headStart.connect(Optional.of("a"));

    assertThat(asked).containsExactly(Optional.of("a"));
    assertThat(taken).isInstanceOf(Outcome.NoEngine.class);
    Outcome _ = headStart.connect(Optional.of("a"));
    assertThat(asked).as("the second time it is asked anew").hasSize(2);
  }

  @Test
  void anotherEngineIsAskedItself() {
    headStart.begin(Optional.of("a"), background::add);

    Outcome taken = headStart.connect(Optional.of("b"));

    assertThat(asked).containsExactly(Optional.of("b"));
    assertThat(((Outcome.NoEngine) taken).attempts().getFirst().place()).isEqualTo("b");
  }

  @Test
  void whatGoesWrongAheadIsToldWhereItIsAskedFor() {
    HeadStart broken =
        new HeadStart(
            _ -> {
              throw new IllegalStateException("broken");
            });
    broken.begin(Optional.empty(), Runnable::run);

    assertThatThrownBy(() -> broken.connect(Optional.empty()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("broken");
  }

  @Test
  void withoutABeginningItIsAskedAsEver() {
    Outcome _ = headStart.connect(Optional.empty());

    assertThat(asked).containsExactly(Optional.empty());
  }
}
