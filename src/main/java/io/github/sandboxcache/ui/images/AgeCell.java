package io.github.sandboxcache.ui.images;

import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.fx.FullDate;
import io.github.sandboxcache.ui.model.Ticker;
import java.time.Instant;
import java.util.Optional;

/** How long ago something was; the full date is in the tooltip. */
abstract class AgeCell extends RowCell {
  private final Ticker ticker;
  private Optional<Instant> time = Optional.empty();

  AgeCell(Ticker ticker) {
    this.ticker = ticker;
    getStyleClass().add("text2");
    ticker.nowProperty().addListener((_, _, _) -> time.ifPresent(this::showAge));
  }

  /** Shows that time, or the text when there is none. */
  final void show(Optional<Instant> at, String otherwise) {
    time = at;
    if (at.isPresent()) {
      showAge(at.get());
      tip(FullDate.of(at.get()));
    } else {
      setText(otherwise);
    }
  }

  private void showAge(Instant at) {
    if (!isEmpty()) {
      setText(RelativeTime.ago(at, ticker.now()));
    }
  }
}
