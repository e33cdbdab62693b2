package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.Details.Line;
import io.github.sandboxcache.ui.cache.Details.Mark;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Dresses and fills the lists and tags of the pane, narrow or wide. */
final class DetailLists {
  private final UiTexts texts;

  DetailLists(UiTexts texts) {
    this.texts = texts;
  }

  /**
   * Makes it a list of lines.
   *
   * @param styleClass how the text is set, for example {@code mono}
   * @param nameWidth width of the names' column in pixels; 0 gives each name what it needs
   * @param emptyKey names what an empty list says
   */
  void style(ListView<Line> list, String styleClass, double nameWidth, String emptyKey) {
    list.setCellFactory(_ -> new LineCell(styleClass, nameWidth));
    Label empty = new Label(texts.text(emptyKey));
    empty.getStyleClass().addAll("small", "text3");
    empty.setWrapText(true);
    list.setPlaceholder(empty);
  }

  /** Shows those items; where they are shown already, the list stays where it was scrolled to. */
  static <T> void fill(ListView<T> list, List<T> items) {
    if (!list.getItems().equals(items)) {
      list.getItems().setAll(items);
    }
  }

  /** Shows those tags. */
  static void fill(FlowPane box, List<Mark> marks) {
    box.getChildren().setAll(marks.stream().map(DetailLists::label).toList());
    Nodes.show(box, !marks.isEmpty());
  }

  private static Label label(Mark mark) {
    Label label = new Label(mark.text());
    if (!mark.icon().isEmpty()) {
      label.setGraphic(new Icon(mark.icon(), Icon.TAG_SIZE).styled(mark.styleClass()));
    }
    label.getStyleClass().addAll("tag", mark.styleClass());
    return label;
  }

  /** A name at the left and a value at the right. */
  private static final class LineCell extends ListCell<Line> {
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
}
