package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.text.RelativeTime;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;

/**
 * How long ago something was, told again whenever the words for it change. The clock outlives what
 * tells the age, so it does not hold it. FX thread only.
 */
public final class AgeText {
  private final Ticker ticker;
  private final Consumer<String> words;
  private Optional<Instant> time = Optional.empty();
  private Instant due = Instant.MAX;
  private final ChangeListener<Instant> onTick = (_, _, _) -> tellWhenDue();

  /**
   * Tells nothing yet.
   *
   * @param words told the age, as {@code 4 s ago}
   */
  public AgeText(Ticker ticker, Consumer<String> words) {
    this.ticker = ticker;
    this.words = words;
    ticker.nowProperty().addListener(new WeakChangeListener<>(onTick));
  }

  /** Tells how long ago that was, now and from now on; nothing for no time. */
  public void show(Optional<Instant> at) {
    time = at;
    tell();
  }

  private void tellWhenDue() {
    if (!ticker.now().isBefore(due)) {
      tell();
    }
  }

  private void tell() {
    due = Instant.MAX;
    time.ifPresent(
        at -> {
          Instant now = ticker.now();
          due = now.plus(RelativeTime.staysFor(at, now));
          words.accept(RelativeTime.ago(at, now));
        });
  }
}
