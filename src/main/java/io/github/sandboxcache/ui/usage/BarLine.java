package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.SegmentBar;
import io.github.sandboxcache.ui.base.Tooltips;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One row of a bar chart, which can be given other contents. */
final class BarLine extends HBox {
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
    tooltip = Tooltips.install(this, "");
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
