package io.github.sandboxcache.ui.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of many pieces of work in a row the last is done, and it is done for certain. */
class LatestOnlyTest {
  private final Deque<Runnable> background = new ArrayDeque<>();
  private final List<String> done = new ArrayList<>();
  private final LatestOnly latest = new LatestOnly(background::add);

  @Test
  void ofManyInARowOnlyTheLastIsDone() {
    latest.submit(() -> done.add("first"));
    latest.submit(() -> done.add("second"));
    latest.submit(() -> done.add("third"));
    runAll();

    assertThat(done).containsExactly("third");
  }

  @Test
  void whatComesWhileOneIsDoneIsDoneAfterIt() {
    latest.submit(
        () -> {
          latest.submit(() -> done.add("overtaken"));
          latest.submit(() -> done.add("second"));
          done.add("first");
        });
    runAll();

    assertThat(done).containsExactly("first", "second");
  }

  @Test
  void noTwoAreUnderWayAtOnce() {
    latest.submit(() -> done.add("first"));
    latest.submit(() -> done.add("second"));

    assertThat(background).hasSize(1);
  }

  @Test
  void whatFailsDoesNotKeepTheNextFromBeingDone() {
    latest.submit(
        () -> {
          throw new IllegalStateException("broken");
        });
    assertThatIllegalStateException().isThrownBy(this::runAll);

    latest.submit(() -> done.add("next"));
    runAll();

    assertThat(done).containsExactly("next");
  }

  private void runAll() {
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }
}
