package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.SegmentBar;
import io.github.sandboxcache.ui.base.SegmentBar.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.NamedArg;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A titled bar chart; says so when there is no data. */
public final class BarPanel extends VBox {
  private static final double HEAD_HEIGHT = 20;
  private static final double MIN_WIDTH_FOR_NOTE = 320;

  private final boolean dots;
  private final Label note = new Label();
  private final VBox box = new VBox();
  private final List<BarLine> rows = new ArrayList<>();
  private final VBox nothing;
  private final HBox head;
  private Consumer<String> onChoose = _ -> {};
  private Optional<Node> instead = Optional.empty();

  /**
   * One row of a bar chart.
   *
   * @param languageClass brings its language's colours
   * @param name what the bar is about
   * @param bar the bar
   * @param value the value as written
   * @param tip more about it; may be empty
   * @param key what is told when the row is chosen; empty for one that cannot be
   */
  public record BarRow(
      String languageClass, String name, List<Segment> bar, String value, String tip, String key) {
    /** Copies the list, so that the record never changes. */
    public BarRow {
      bar = List.copyOf(bar);
    }
  }

  /**
   * A panel without rows.
   *
   * @param title what it is about
   * @param dots whether the rows stand for languages and have their dots
   * @param icon shown while there is no data
   * @param empty what that means
   * @param emptyHint what brings data
   */
  public BarPanel(
      @NamedArg("title") String title,
      @NamedArg("dots") boolean dots,
      @NamedArg("icon") String icon,
      @NamedArg("empty") String empty,
      @NamedArg("emptyHint") String emptyHint) {
    this.dots = dots;
    getStyleClass().add("bar-panel");
    Label name = new Label(title);
    name.getStyleClass().addAll("semibold", "small");
    note.getStyleClass().addAll("small", "text3");
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    head = new HBox(6, name, note, spring);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setMinHeight(HEAD_HEIGHT);
    Label what = new Label(empty, new Icon(icon).styled("text3"));
    what.getStyleClass().addAll("medium", "small", "text2");
    what.setGraphicTextGap(8);
    Label hint = new Label(emptyHint);
    hint.getStyleClass().addAll("small", "text3", "no-data-hint");
    hint.setWrapText(true);
    nothing = new VBox(4, what, hint);
    nothing.getStyleClass().add("no-data");
    box.setMinHeight(0);
    VBox.setVgrow(box, Priority.ALWAYS);
    getChildren().addAll(head, nothing, box);
  }

  /** Puts a control at the right of the title, of which a narrow panel shows no more. */
  void addToHead(Node control) {
    note.visibleProperty().bind(widthProperty().greaterThan(MIN_WIDTH_FOR_NOTE));
    note.managedProperty().bind(note.visibleProperty());
    head.getChildren().add(control);
  }

  /** Told the key of a row that is clicked, or on which Enter or the space bar is pressed. */
  void setOnChoose(Consumer<String> listener) {
    onChoose = listener;
  }

  /** Shows these rows. Their nodes stay and only change, so that live data does not flicker. */
  void show(String text, List<BarRow> bars) {
    note.setText(text);
    instead.ifPresent(other -> Nodes.show(other, false));
    Nodes.show(box, true);
    Nodes.show(nothing, bars.isEmpty());
    while (rows.size() > bars.size()) {
      box.getChildren().remove(rows.removeLast());
    }
    while (rows.size() < bars.size()) {
      BarLine row = new BarLine(dots, key -> onChoose.accept(key));
      rows.add(row);
      box.getChildren().add(row);
    }
    for (int i = 0; i < bars.size(); i++) {
      rows.get(i).show(bars.get(i));
    }
  }

  /** Shows something else in place of rows, always the same. */
  void showInstead(String text, Node other) {
    note.setText(text);
    Nodes.show(nothing, false);
    Nodes.show(box, false);
    if (instead.isEmpty()) {
      instead = Optional.of(other);
      getChildren().add(other);
    }
    Nodes.show(other, true);
  }

  /** One row of a bar chart, which can be given other contents. */
  private static final class BarLine extends HBox {
    private static final double NAME_WIDTH = 104;
    private static final double VALUE_WIDTH = 64;

    private final Label name = new Label();
    private final SegmentBar bar = new SegmentBar();
    private final Label value = new Label();
    private final HoverTip tooltip;
    private final Consumer<String> onChoose;
    private String languageClass = "";
    private String key = "";

    /**
     * An empty row.
     *
     * @param dot whether it stands for a language and has its dot
     * @param onChoose told the row's key when it is clicked, or on Enter and the space bar
     */
    BarLine(boolean dot, Consumer<String> onChoose) {
      super(8);
      this.onChoose = onChoose;
      name.getStyleClass().add("small");
      name.setMinWidth(NAME_WIDTH);
      name.setPrefWidth(NAME_WIDTH);
      name.setMaxWidth(NAME_WIDTH);
      bar.getStyleClass().add("chart-bar");
      HBox.setHgrow(bar, Priority.ALWAYS);
      value.getStyleClass().add("small");
      value.setMinWidth(VALUE_WIDTH);
      value.setAlignment(Pos.CENTER_RIGHT);
      getStyleClass().add("bar-row");
      if (dot) {
        Region mark = new Region();
        mark.getStyleClass().add("dot");
        getChildren().add(mark);
      }
      getChildren().addAll(name, bar, value);
      tooltip = HoverTip.install(this, "");
      setFocusTraversable(true);
      addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
      addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    void show(BarRow row) {
      if (!languageClass.equals(row.languageClass())) {
        getStyleClass().remove(languageClass);
        languageClass = row.languageClass();
        getStyleClass().add(languageClass);
      }
      if (key.isEmpty() != row.key().isEmpty()) {
        mark("choosable", !row.key().isEmpty());
      }
      key = row.key();
      setAccessibleRole(key.isEmpty() ? AccessibleRole.TEXT : AccessibleRole.BUTTON);
      name.setText(row.name());
      bar.setSegments(row.bar());
      value.setText(row.value());
      tooltip.setText(row.tip());
      setAccessibleText(row.name() + " " + row.value());
    }

    private void mark(String styleClass, boolean on) {
      if (on) {
        getStyleClass().add(styleClass);
        name.getStyleClass().add("mono");
      } else {
        getStyleClass().remove(styleClass);
        name.getStyleClass().remove("mono");
      }
    }

    private void clicked(MouseEvent event) {
      if (event.getButton() == MouseButton.PRIMARY && !key.isEmpty()) {
        onChoose.accept(key);
      }
    }

    private void pressed(KeyEvent event) {
      boolean go = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
      if (go && !key.isEmpty()) {
        onChoose.accept(key);
        event.consume();
      }
    }
  }
}
