package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.HitsText;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.TableRow.BaseRow;
import io.github.sandboxcache.ui.cache.TableRow.GroupRow;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import io.github.sandboxcache.ui.cache.TableRow.MoreRow;

/** How often an image was found, in the range of time that the window shows. */
final class HitsCell extends RowCell {
  private final UiTexts texts;

  HitsCell(UiTexts texts) {
    this.texts = texts;
    getStyleClass().add("numeric");
  }

  @Override
  void showGroup(GroupRow row) {
    if (row.base()) {
      setText(null);
    } else {
      show(row.hits());
    }
  }

  @Override
  void showImage(ImageRow row) {
    show(row.hits());
  }

  @Override
  void showBase(BaseRow row) {
    setText(null);
  }

  @Override
  void showMore(MoreRow row) {
    if (row.hidden() == 0) {
      setText(null);
    } else {
      show(row.hits());
    }
  }

  /** In thousands where the column has no room for all digits; those are in the tooltip then. */
  private void show(long hits) {
    HitsText words = HitsText.of(hits, texts);
    setText(words.shown());
    tip(words.tip());
  }
}
