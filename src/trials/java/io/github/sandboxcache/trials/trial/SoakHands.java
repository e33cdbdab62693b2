package io.github.sandboxcache.trials.trial;

import io.github.sandboxcache.trials.app.Hands;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What somebody does who has the window open all day: looks, searches, chooses, opens and closes.
 * Everything that was opened is closed again, so that what is held can be compared.
 */
final class SoakHands {
  private static final List<List<String>> KEYS =
      List.of(
          List.of("ctrl+j", "ctrl+j"),
          List.of("F1", "Escape"),
          List.of("F5"),
          List.of("ctrl+comma", "Tab", "Tab", "Escape"),
          List.of("ctrl+n", "Escape"),
          List.of("ctrl+p", "Tab", "Escape"),
          List.of("ctrl+u", "ctrl+u"),
          List.of("ctrl+s", "Escape"),
          List.of("ctrl+k", "Escape"),
          List.of("F6", "Down", "Down", "Return", "Return"),
          List.of("F6", "Left", "Right", "Down", "space", "space"),
          List.of("F6", "Down", "shift+Down", "shift+Down", "Up"),
          List.of("F6", "End", "Home", "Down", "Delete", "ctrl+z"));
  private static final List<String> SEARCHES = List.of("python", "trial", "rust", "0000", "x y z");

  /** Where the list is in a window of the usual size, which fills the display. */
  private static final int LIST_LEFT = 60;

  private static final int LIST_RIGHT = 900;
  private static final int LIST_TOP = 200;
  private static final int LIST_BOTTOM = 540;
  private static final int LEFT = 1;
  private static final int UP = 4;
  private static final int DOWN = 5;

  private final Hands hands;
  private final Random random;

  SoakHands(Hands hands, Random random) {
    this.hands = hands;
    this.random = random;
  }

  /** Does one thing. */
  void one() throws InterruptedException {
    switch (random.nextInt(6)) {
      case 0 -> {
        hands.press(List.of("ctrl+f"));
        hands.type(SEARCHES.get(random.nextInt(SEARCHES.size())));
        hands.press(List.of("Escape", "Escape"));
      }
      case 1, 2 ->
          hands.click(
              LIST_LEFT + random.nextInt(LIST_RIGHT - LIST_LEFT),
              LIST_TOP + random.nextInt(LIST_BOTTOM - LIST_TOP),
              random.nextInt(3) == 0 ? (random.nextBoolean() ? UP : DOWN) : LEFT);
      default -> hands.press(KEYS.get(random.nextInt(KEYS.size())));
    }
  }

  /** Closes what may be open. */
  void rest() throws InterruptedException {
    hands.press(Collections.nCopies(4, "Escape"));
  }
}
