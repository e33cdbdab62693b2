package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.ui.fx.Tooltips;
import io.github.sandboxcache.ui.theme.Icon;
import io.github.sandboxcache.ui.theme.SegmentBar;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.NamedArg;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A titled bar chart; says so when there is no data. */
public final class BarPanel extends VBox {
  private static final double NAME_WIDTH = 96;
  private static final double VALUE_WIDTH = 64;
  private static final double ROW_HEIGHT = 20;

  private final boolean dots;
  private final Label note = new Label();
  private final VBox rows = new VBox();
  private final VBox nothing;
  private final HBox head;
  private List<BarRow> shown = List.of();
  private Consumer<String> onChoose = _ -> {};

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
    head.setMinHeight(ROW_HEIGHT);
    Label what = new Label(empty, new Icon(icon).styled("text3"));
    what.getStyleClass().addAll("medium", "small", "text2");
    what.setGraphicTextGap(8);
    Label hint = new Label(emptyHint);
    hint.getStyleClass().addAll("small", "text3", "no-data-hint");
    hint.setWrapText(true);
    nothing = new VBox(4, what, hint);
    nothing.getStyleClass().add("no-data");
    getChildren().addAll(head, nothing, rows);
    show("", List.of());
  }

  /** Puts a control at the right of the title. */
  void addToHead(Node control) {
    head.getChildren().add(control);
  }

  /** Told the key of a row that is clicked, or on which Enter or the space bar is pressed. */
  void setOnChoose(Consumer<String> listener) {
    onChoose = listener;
  }

  /** Shows these rows; nothing is touched when they are shown already. */
  void show(String text, List<BarRow> bars) {
    note.setText(text);
    if (bars.equals(shown) && !bars.isEmpty()) {
      return;
    }
    shown = bars;
    nothing.setVisible(bars.isEmpty());
    nothing.setManaged(bars.isEmpty());
    rows.getChildren().setAll(bars.stream().map(this::row).toList());
  }

  private HBox row(BarRow bar) {
    Label name = new Label(bar.name());
    name.getStyleClass().add("small");
    name.setMinWidth(NAME_WIDTH);
    name.setPrefWidth(NAME_WIDTH);
    name.setMaxWidth(NAME_WIDTH);
    SegmentBar chart = new SegmentBar();
    chart.getStyleClass().add("chart-bar");
    chart.setSegments(bar.bar());
    HBox.setHgrow(chart, Priority.ALWAYS);
    Label value = new Label(bar.value());
    value.getStyleClass().add("small");
    value.setMinWidth(VALUE_WIDTH);
    value.setAlignment(Pos.CENTER_RIGHT);
    HBox row = new HBox(8, name, chart, value);
    row.getStyleClass().add(bar.languageClass());
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinHeight(ROW_HEIGHT);
    row.setPrefHeight(ROW_HEIGHT);
    if (dots) {
      Region dot = new Region();
      dot.getStyleClass().add("dot");
      row.getChildren().addFirst(dot);
    }
    if (!bar.tip().isEmpty()) {
      Tooltips.install(row, bar.tip());
    }
    row.setAccessibleText(bar.name() + " " + bar.value());
    if (!bar.key().isEmpty()) {
      choosable(row, name, bar.key());
    }
    return row;
  }

  private void choosable(HBox row, Label name, String key) {
    name.getStyleClass().add("mono");
    row.getStyleClass().add("choosable");
    row.setAccessibleRole(AccessibleRole.BUTTON);
    row.setFocusTraversable(true);
    row.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            onChoose.accept(key);
          }
        });
    row.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            onChoose.accept(key);
            event.consume();
          }
        });
  }
}
