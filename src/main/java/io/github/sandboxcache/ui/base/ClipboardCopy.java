package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.text.PlainText;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;

/**
 * Puts texts on the system's clipboard and says so for a moment, as nobody can see it otherwise. FX
 * thread only.
 */
public final class ClipboardCopy {
  private static final Duration SHOWN = Duration.seconds(2.5);

  /** More of a text is not needed to know it again. */
  private static final int MAX_CHARACTERS = 72;

  private final Overlays overlays;
  private final UiTexts texts;
  private final Label note = new Label();
  private final PauseTransition shown = new PauseTransition(SHOWN);

  /** Says so over that window. */
  public ClipboardCopy(Overlays overlays, UiTexts texts) {
    this.overlays = overlays;
    this.texts = texts;
    note.getStyleClass().add("copied-note");
    note.setGraphic(new Icon("check", Icon.ROW_SIZE));
    shown.setOnFinished(_ -> overlays.hideNote(note));
  }

  /** Copies a text, which may be untrusted. */
  public void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    note.setText(said(text));
    note.setAccessibleText(note.getText());
    overlays.showNote(note);
    shown.playFromStart();
  }

  private String said(String text) {
    long lines = text.lines().count();
    if (lines > 1) {
      return texts.text("copied.lines", lines);
    }
    String line = PlainText.line(text.strip());
    return texts.text(
        "copied",
        line.length() > MAX_CHARACTERS ? line.substring(0, MAX_CHARACTERS) + "\u2026" : line);
  }
}
