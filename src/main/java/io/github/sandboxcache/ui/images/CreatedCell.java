package io.github.sandboxcache.ui.images;

import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.fx.FullDate;
import io.github.sandboxcache.ui.images.TableRow.BaseRow;
import io.github.sandboxcache.ui.images.TableRow.GroupRow;
import io.github.sandboxcache.ui.images.TableRow.ImageRow;
import io.github.sandboxcache.ui.images.TableRow.MoreRow;
import io.github.sandboxcache.ui.model.Ticker;
import java.time.Instant;
import java.util.Optional;

/** How long ago an image was made. */
final class CreatedCell extends RowCell {
  private final Ticker ticker;
  private Optional<Instant> created = Optional.empty();

  CreatedCell(Ticker ticker) {
    this.ticker = ticker;
    getStyleClass().add("text2");
    ticker.nowProperty().addListener((_, _, _) -> created.ifPresent(this::showAge));
  }

  @Override
  void showGroup(GroupRow row) {
    created = Optional.empty();
  }

  @Override
  void showImage(ImageRow row) {
    show(row.image().image().createdAt());
  }

  @Override
  void showBase(BaseRow row) {
    show(row.image().image().createdAt());
  }

  @Override
  void showMore(MoreRow row) {
    created = Optional.empty();
  }

  private void show(Instant at) {
    created = Optional.of(at);
    showAge(at);
    tip(FullDate.of(at));
  }

  private void showAge(Instant at) {
    if (!isEmpty()) {
      setText(RelativeTime.ago(at, ticker.now()));
    }
  }
}
