package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.HoverTip;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** A line of a list. Its parts are made once and filled anew for each row that it shows. */
abstract class PartsCell<T> extends ListCell<T> {
  private final HoverTip tooltip = HoverTip.on(this);

  /** A line that is as wide as its list. */
  PartsCell() {
    setPrefWidth(0);
  }

  @Override
  protected final void updateItem(@Nullable T row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      setAccessibleText("");
      tooltip.setText("");
    } else {
      setGraphic(fill(row));
    }
  }

  /** Fills the parts for another row, says what it is, and returns them. */
  abstract Node fill(T row);

  /**
   * Says what the row is.
   *
   * @param tip beneath the pointer
   * @param spoken to a screen reader
   */
  final void tell(String tip, String spoken) {
    tooltip.setText(tip);
    setAccessibleText(spoken);
  }
}
