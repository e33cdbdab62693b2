package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.cache.TableRow.BaseRow;
import io.github.sandboxcache.ui.cache.TableRow.GroupRow;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import io.github.sandboxcache.ui.cache.TableRow.InstallingRow;
import io.github.sandboxcache.ui.cache.TableRow.MoreRow;
import java.util.Objects;
import javafx.scene.control.TreeTableCell;
import org.jspecify.annotations.Nullable;

/** A cell of the table. Its parts are made once and filled anew for each row that it shows. */
abstract class RowCell extends TreeTableCell<TableRow, TableRow> {
  private final HoverTip tooltip = HoverTip.on(this);
  private @Nullable TableRow shown;

  @Override
  protected final void updateItem(@Nullable TableRow row, boolean empty) {
    super.updateItem(row, empty);
    @Nullable TableRow next = empty ? null : row;
    if (Objects.equals(next, shown)) {
      return;
    }
    tooltip.setText("");
    if (next == null || shown == null || next.getClass() != shown.getClass()) {
      // Rows of one kind fill the same parts.
      setText(null);
    }
    shown = next;
    if (next == null) {
      showNothing();
    } else {
      show(next);
    }
  }

  void showNothing() {
    setGraphic(null);
  }

  /** Fills it for another row, without tooltip yet. */
  void show(TableRow row) {
    switch (row) {
      case GroupRow group -> showGroup(group);
      case ImageRow image -> showImage(image);
      case BaseRow base -> showBase(base);
      case MoreRow more -> showMore(more);
      case InstallingRow installing -> showInstalling(installing);
    }
  }

  void showGroup(GroupRow row) {
    setGraphic(null);
  }

  void showImage(ImageRow row) {
    setGraphic(null);
  }

  void showBase(BaseRow row) {
    setGraphic(null);
  }

  void showMore(MoreRow row) {
    setGraphic(null);
  }

  void showInstalling(InstallingRow row) {
    setGraphic(null);
  }

  final void tip(String text) {
    tooltip.setText(text);
  }
}
