package io.github.sandboxcache.ui.images;

import io.github.sandboxcache.ui.images.TableRow.BaseRow;
import io.github.sandboxcache.ui.images.TableRow.GroupRow;
import io.github.sandboxcache.ui.images.TableRow.ImageRow;
import io.github.sandboxcache.ui.images.TableRow.MoreRow;
import io.github.sandboxcache.ui.model.Ticker;
import java.util.Optional;

/** How long ago an image was made. */
final class CreatedCell extends AgeCell {
  CreatedCell(Ticker ticker) {
    super(ticker);
  }

  @Override
  void showGroup(GroupRow row) {
    show(Optional.empty(), "");
  }

  @Override
  void showImage(ImageRow row) {
    show(Optional.of(row.image().image().createdAt()), "");
  }

  @Override
  void showBase(BaseRow row) {
    show(Optional.of(row.image().image().createdAt()), "");
  }

  @Override
  void showMore(MoreRow row) {
    show(Optional.empty(), "");
  }
}
