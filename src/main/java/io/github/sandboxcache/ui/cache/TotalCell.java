package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.ui.cache.TableRow.BaseRow;
import io.github.sandboxcache.ui.cache.TableRow.GroupRow;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import io.github.sandboxcache.ui.cache.TableRow.MoreRow;
import java.util.OptionalLong;

/** Bytes of all an image's layers, those it shares included. */
final class TotalCell extends RowCell {
  TotalCell() {
    getStyleClass().addAll("numeric", "text2");
  }

  @Override
  void showGroup(GroupRow row) {
    // Added up, layers that the images share would count many times over.
    setText(null);
  }

  @Override
  void showImage(ImageRow row) {
    show(row.image().image().sizeBytes());
  }

  @Override
  void showBase(BaseRow row) {
    show(row.image().image().sizeBytes());
  }

  @Override
  void showMore(MoreRow row) {
    setText(null);
  }

  private void show(OptionalLong bytes) {
    setText(DecimalSize.text(bytes));
    tip(DecimalSize.exact(bytes));
  }
}
