package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.cache.Details.Line;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A name at the left and a value at the right. */
final class LineCell extends ListCell<Line> {
  private final Label name = new Label();
  private final Label value = new Label();
  private final HBox box;
  private final HoverTip tooltip = HoverTip.on(this);

  /**
   * An empty cell.
   *
   * @param styleClass how the text is set, for example {@code mono}
   * @param nameWidth width of the names' column; 0 gives each name what it needs
   */
  LineCell(String styleClass, double nameWidth) {
    name.getStyleClass().add(styleClass);
    value.getStyleClass().addAll(styleClass, "text3");
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    box = new HBox(8, name, spring, value);
    box.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
    if (nameWidth > 0) {
      name.setMinWidth(nameWidth);
      name.setPrefWidth(nameWidth);
      name.setMaxWidth(nameWidth);
      name.getStyleClass().add("text2");
      name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
      value.getStyleClass().remove("text3");
      box.getChildren().remove(spring);
    } else {
      value.setMinWidth(USE_PREF_SIZE);
    }
  }

  @Override
  protected void updateItem(@Nullable Line line, boolean empty) {
    super.updateItem(line, empty);
    if (empty || line == null) {
      setGraphic(null);
      tooltip.setText("");
      return;
    }
    name.setText(line.name());
    value.setText(line.value());
    tooltip.setText(line.value().isEmpty() ? line.name() : line.name() + "\n" + line.value());
    setAccessibleText(line.name() + " " + line.value());
    setGraphic(box);
  }
}
