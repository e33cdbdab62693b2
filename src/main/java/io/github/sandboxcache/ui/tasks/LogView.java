package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/**
 * The output of a task, as plain text. Stays at its end while new lines come and while its height
 * changes, until the user scrolls up; goes on with that once the user is at the end again.
 */
public final class LogView extends ListView<LogView.LogRow> {
  private static final double LINE_HEIGHT = 18;
  private static final double CHARACTER_WIDTH = 7.2;
  private static final double EDGES = 36;

  private List<String> lines = List.of();
  private boolean following = true;

  /** An empty log. */
  public LogView() {
    getStyleClass().add("log-lines");
    setFixedCellSize(LINE_HEIGHT);
    setCellFactory(_ -> new LineCell());
    widthProperty().addListener((_, _, _) -> show());
    // Until it is laid out anew it would go to the end of the height before.
    heightProperty().addListener((_, _, _) -> Platform.runLater(this::follow));
    addEventHandler(ScrollEvent.SCROLL, _ -> lookWhereItIs());
    addEventHandler(KeyEvent.KEY_PRESSED, _ -> lookWhereItIs());
    addEventFilter(MouseEvent.MOUSE_DRAGGED, _ -> lookWhereItIs());
    addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> lookWhereItIs());
  }

  /** Shows these lines, of which those shown so far are usually the beginning. Untrusted text. */
  public void show(List<String> untrusted) {
    List<String> plain = untrusted.stream().map(PlainText::outputLine).toList();
    if (!plain.equals(lines)) {
      lines = plain;
      show();
    }
  }

  /** All lines as one text. */
  public String allLines() {
    return String.join(System.lineSeparator(), lines);
  }

  private void show() {
    int columns = (int) ((getWidth() - EDGES) / CHARACTER_WIDTH);
    List<LogRow> rows =
        lines.stream().flatMap(line -> LogRow.rows(line, columns).stream()).toList();
    int shown = getItems().size();
    if (shown <= rows.size() && getItems().equals(rows.subList(0, shown))) {
      getItems().addAll(rows.subList(shown, rows.size()));
    } else {
      getItems().setAll(rows);
    }
    follow();
  }

  private void follow() {
    if (following && !getItems().isEmpty()) {
      scrollTo(getItems().size() - 1);
    }
  }

  /** Once what the user just did has moved it. */
  private void lookWhereItIs() {
    Platform.runLater(() -> following = isAtEnd());
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

  /**
   * One row of a log on screen.
   *
   * @param text what it shows
   * @param kind what it is
   */
  public record LogRow(String text, Kind kind) {
    private static final String CONTINUED = "    ";
    private static final int MIN_COLUMNS = 20;
    private static final Pattern ERROR =
        Pattern.compile("(error|fatal|npm err|npm error|e:|panic)\\b.*|error[:\\[].*");

    /** What stands out. */
    public enum Kind {
      COMMAND,
      ERROR,
      OUTPUT
    }

    /**
     * The rows of one line of output; one that is too long goes on, indented, in the next row.
     *
     * @param columns how many characters fit
     */
    static List<LogRow> rows(String line, int columns) {
      Kind kind = kind(line);
      int width = Math.max(MIN_COLUMNS, columns);
      List<LogRow> rows = new ArrayList<>();
      String rest = line;
      while (rest.length() > width) {
        int end = end(rest, width);
        rows.add(new LogRow(rest.substring(0, end).stripTrailing(), kind));
        rest = CONTINUED + rest.substring(end).strip();
      }
      rows.add(new LogRow(rest, kind));
      return rows;
    }

    /** After the last space that fits, unless that leaves half of the row empty. */
    private static int end(String text, int width) {
      int space = text.lastIndexOf(' ', width - 1) + 1;
      int end = space > width / 2 ? space : width;
      return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }

    private static Kind kind(String line) {
      if (line.startsWith("$ ")) {
        return Kind.COMMAND;
      }
      return ERROR.matcher(line.strip().toLowerCase(Locale.ROOT)).matches()
          ? Kind.ERROR
          : Kind.OUTPUT;
    }
  }
}
