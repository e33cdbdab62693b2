package io.github.sandboxcache.ui.cache;

import javafx.event.EventDispatchChain;
import javafx.scene.control.TreeItem;

/**
 * A row in the tree. Another value of the same thing is told to the cells that show it and to
 * nobody else: the table would make every cell in view anew.
 */
final class RowItem extends TreeItem<TableRow> {
  private boolean quiet;

  RowItem(TableRow row) {
    super(row);
  }

  /** Shows another value of the same thing. */
  void renew(TableRow row) {
    if (row.equals(getValue())) {
      return;
    }
    quiet = true;
    try {
      setValue(row);
    } finally {
      quiet = false;
    }
  }

  @Override
  public EventDispatchChain buildEventDispatchChain(EventDispatchChain tail) {
    return quiet ? tail : super.buildEventDispatchChain(tail);
  }
}
