package io.github.sandboxcache.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was begun ahead is taken over, but never in place of something else. */
class HeadStartTest {
  private final List<String> asked = new ArrayList<>();
  private final List<String> discarded = new ArrayList<>();
  private final Deque<Runnable> background = new ArrayDeque<>();
  private final HeadStart<String, String> headStart =
      new HeadStart<>(
          about -> {
            asked.add(about);
            return about + " opened";
          },
          discarded::add);

  @Test
  void whatWasBegunIsTakenOverOnce() {
    headStart.begin("a", Runnable::run);

    assertThat(headStart.get("a")).isEqualTo("a opened");
    assertThat(asked).containsExactly("a");

    assertThat(headStart.get("a")).isEqualTo("a opened");
    assertThat(asked).as("the second time it is done anew").hasSize(2);
  }

  @Test
  void somethingElseIsDoneAndWhatWasBegunIsDiscarded() {
    headStart.begin("a", background::add);

    assertThat(headStart.get("b")).isEqualTo("b opened");
    assertThat(discarded).isEmpty();

    background.remove().run();
    assertThat(discarded).containsExactly("a opened");
  }

  @Test
  void whatGoesWrongAheadIsToldWhereItIsAskedFor() {
    HeadStart<String, String> broken =
        new HeadStart<>(
            _ -> {
              throw new IllegalStateException("broken");
            },
            discarded::add);
    broken.begin("a", Runnable::run);

    assertThatThrownBy(() -> broken.get("a"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("broken");
  }

  @Test
  void withoutABeginningItIsDoneAsEver() {
    assertThat(headStart.get("a")).isEqualTo("a opened");
    assertThat(discarded).isEmpty();
  }
}
