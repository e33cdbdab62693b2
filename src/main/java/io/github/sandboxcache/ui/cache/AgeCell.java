package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.FullDate;
import io.github.sandboxcache.ui.base.Ticker;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;

/** How long ago something was; the full date is in the tooltip. */
abstract class AgeCell extends RowCell {
  private final Ticker ticker;
  private Optional<Instant> time = Optional.empty();
  private Instant due = Instant.MAX;

  // The clock outlives the cell: a table makes its cells anew now and then.
  private final ChangeListener<Instant> onTick = (_, _, now) -> showWhenDue(now);

  AgeCell(Ticker ticker) {
    this.ticker = ticker;
    getStyleClass().add("text2");
    ticker.nowProperty().addListener(new WeakChangeListener<>(onTick));
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

  private void showWhenDue(Instant now) {
    if (!now.isBefore(due) && !isEmpty()) {
      time.ifPresent(this::showAge);
    }
  }

  private void showAge(Instant at) {
    Instant now = ticker.now();
    due = now.plus(RelativeTime.staysFor(at, now));
    setText(RelativeTime.ago(at, now));
  }
}
