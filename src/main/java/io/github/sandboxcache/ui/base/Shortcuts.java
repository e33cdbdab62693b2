package io.github.sandboxcache.ui.base;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The window's keys, once for those who obey them and for those who list them. */
public final class Shortcuts {
  public static final KeyCombination SEARCH = with(KeyCode.F);
  public static final KeyCombination REFRESH = key(KeyCode.F5);
  public static final KeyCombination REFRESH_TOO = with(KeyCode.R);
  public static final KeyCombination INSTALL = with(KeyCode.N);
  public static final KeyCombination PRUNE = with(KeyCode.P);
  public static final KeyCombination UNDO = with(KeyCode.Z);
  public static final KeyCombination ACTIVITY = with(KeyCode.J);
  public static final KeyCombination USAGE = with(KeyCode.U);
  public static final KeyCombination EXPORT = with(KeyCode.E);
  public static final KeyCombination SETTINGS = with(KeyCode.COMMA);
  public static final KeyCombination SORT = with(KeyCode.S);
  public static final KeyCombination COMPARE = with(KeyCode.D);
  public static final KeyCombination SHELL = with(KeyCode.T);
  public static final KeyCombination CHOOSE_ALL = with(KeyCode.A);
  public static final KeyCombination CHOOSE_TOO = with(KeyCode.SPACE);
  public static final KeyCombination EXTEND_UP = shift(KeyCode.UP);
  public static final KeyCombination EXTEND_DOWN = shift(KeyCode.DOWN);
  public static final KeyCombination PALETTE = with(KeyCode.K);
  public static final KeyCombination COPY = with(KeyCode.C);
  public static final KeyCombination PIN = key(KeyCode.SPACE);
  public static final KeyCombination REMOVE = key(KeyCode.DELETE);

  /** What the key labelled "delete" is on a Mac. */
  public static final KeyCombination REMOVE_TOO = key(KeyCode.BACK_SPACE);

  public static final KeyCombination DETAILS = key(KeyCode.ENTER);
  public static final KeyCombination NEXT_AREA = key(KeyCode.F6);
  public static final KeyCombination PREVIOUS_AREA = shift(KeyCode.F6);
  public static final KeyCombination CLOSE = key(KeyCode.ESCAPE);
  public static final KeyCombination KEYS = key(KeyCode.F1);

  /** On some keyboards the slash needs Shift. */
  public static final KeyCombination KEYS_TOO =
      new KeyCodeCombination(KeyCode.SLASH, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY);

  private Shortcuts() {}

  /** As it is printed on keyboards and written in the texts. */
  public static String written(KeyCombination combination) {
    return combination
        .getDisplayText()
        .replace("Escape", "Esc")
        .replace("Back Space", "Backspace")
        .replace("\u21b5", "Enter");
  }

  private static KeyCombination with(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
  }

  private static KeyCombination shift(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHIFT_DOWN);
  }

  private static KeyCombination key(KeyCode code) {
    return new KeyCodeCombination(code);
  }
}
