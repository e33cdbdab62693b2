package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.Details.Line;
import io.github.sandboxcache.ui.cache.Details.Mark;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.layout.FlowPane;

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

  /** Shows those lines, and how many there are on the tab. */
  void fill(Tab tab, ListView<Line> list, List<Line> lines, String key) {
    tab.setText(texts.text(key, lines.size()));
    fill(list, lines);
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
    box.setVisible(!marks.isEmpty());
    box.setManaged(!marks.isEmpty());
  }

  private static Label label(Mark mark) {
    Label label = new Label(mark.text());
    if (!mark.icon().isEmpty()) {
      label.setGraphic(new Icon(mark.icon(), Icon.TAG_SIZE).styled(mark.styleClass()));
    }
    label.getStyleClass().addAll("tag", mark.styleClass());
    return label;
  }
}
