package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.TableRow.BaseRow;
import io.github.sandboxcache.ui.cache.TableRow.GroupRow;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import io.github.sandboxcache.ui.cache.TableRow.MoreRow;
import java.util.Optional;

/** How long ago an image was last hit, used or installed. */
final class LastUsedCell extends AgeCell {
  private final UiTexts texts;

  LastUsedCell(Ticker ticker, UiTexts texts) {
    super(ticker);
    this.texts = texts;
  }

  @Override
  void showGroup(GroupRow row) {
    show(row.lastUsed(), row.base() ? "" : texts.text("none"));
  }

  @Override
  void showImage(ImageRow row) {
    show(row.lastUsed(), texts.text("none"));
    if (row.lastUsed().isEmpty()) {
      tip(texts.text("images.never-used.tip"));
    }
  }

  @Override
  void showBase(BaseRow row) {
    show(Optional.empty(), "");
  }

  @Override
  void showMore(MoreRow row) {
    show(Optional.empty(), "");
  }
}
