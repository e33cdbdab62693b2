package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.TableRow.BaseRow;
import io.github.sandboxcache.ui.cache.TableRow.GroupRow;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import io.github.sandboxcache.ui.cache.TableRow.MoreRow;
import java.util.Optional;

/** How long ago an image was made. */
final class CreatedCell extends AgeCell {
  private final String unknown;

  CreatedCell(Ticker ticker, UiTexts texts) {
    super(ticker);
    this.unknown = texts.text("unknown");
  }

  @Override
  void showGroup(GroupRow row) {
    show(Optional.empty(), "");
  }

  @Override
  void showImage(ImageRow row) {
    showMade(row.image().image());
  }

  @Override
  void showBase(BaseRow row) {
    showMade(row.image().image());
  }

  private void showMade(EngineImage image) {
    show(image.createdAt(), unknown);
  }

  @Override
  void showMore(MoreRow row) {
    show(Optional.empty(), "");
  }
}
