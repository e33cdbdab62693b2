package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.text.PlainText;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/**
 * The output of a task, as plain text. Stays at its end while new lines come, unless the user has
 * scrolled away from there.
 */
public final class LogView extends ListView<LogRow> {
  private static final double LINE_HEIGHT = 18;
  private static final double CHARACTER_WIDTH = 7.2;
  private static final double EDGES = 36;

  private List<String> lines = List.of();

  /** An empty log. */
  public LogView() {
    getStyleClass().add("log-lines");
    setFixedCellSize(LINE_HEIGHT);
    setCellFactory(_ -> new LineCell());
    widthProperty().addListener((_, _, _) -> show());
  }

  /** Shows these lines, of which those shown so far are usually the beginning. Untrusted text. */
  public void show(List<String> untrusted) {
    List<String> plain = untrusted.stream().map(PlainText::outputLine).toList();
    if (!plain.equals(lines)) {
      lines = plain;
      show();
    }
  }

  /** Puts all lines on the clipboard. */
  public void copyAll() {
    ClipboardContent content = new ClipboardContent();
    content.putString(String.join(System.lineSeparator(), lines));
    Clipboard.getSystemClipboard().setContent(content);
  }

  private void show() {
    boolean follow = isAtEnd();
    int columns = (int) ((getWidth() - EDGES) / CHARACTER_WIDTH);
    List<LogRow> rows =
        lines.stream().flatMap(line -> LogRow.rows(line, columns).stream()).toList();
    int shown = getItems().size();
    if (shown <= rows.size() && getItems().equals(rows.subList(0, shown))) {
      getItems().addAll(rows.subList(shown, rows.size()));
    } else {
      getItems().setAll(rows);
    }
    if (follow && !rows.isEmpty()) {
      scrollTo(rows.size() - 1);
    }
  }

  private boolean isAtEnd() {
    return !(lookup(".virtual-flow") instanceof VirtualFlow<?> flow)
        || flow.getLastVisibleCell() == null
        || flow.getLastVisibleCell().getIndex() >= getItems().size() - 1;
  }

  /** One row; what the package manager was told and what went wrong stand out. */
  private static final class LineCell extends ListCell<LogRow> {
    LineCell() {
      getStyleClass().add("mono");
    }

    @Override
    protected void updateItem(@Nullable LogRow line, boolean empty) {
      super.updateItem(line, empty);
      getStyleClass().removeAll("command", "error", "output");
      setText(line == null || empty ? null : line.text());
      if (line != null && !empty) {
        getStyleClass().add(line.kind().name().toLowerCase(Locale.ROOT));
      }
    }
  }
}
