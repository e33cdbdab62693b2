package io.github.sandboxcache.domain.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * What is set about the removal of images.
 *
 * @param keepNewest how many images of each language prune keeps, 0 or more
 * @param rule the rule that was chosen to prune by; empty for the usual one
 * @param automatic when it is pruned by itself
 * @param undoCountdown how long a prune or clear can be taken back before it starts, zero or more
 */
public record RemovalSettings(
    int keepNewest,
    Optional<PruneSetting> rule,
    AutomaticSetting automatic,
    Duration undoCountdown) {
  public static final RemovalSettings DEFAULT =
      new RemovalSettings(3, Optional.empty(), AutomaticSetting.OFF, Duration.ofSeconds(5));

  /** Refuses values that make no sense. */
  public RemovalSettings {
    if (keepNewest < 0 || undoCountdown.isNegative()) {
      throw new IllegalArgumentException(
          "negative setting: keep %d, countdown %s".formatted(keepNewest, undoCountdown));
    }
  }

  /** The same with that number of images kept. */
  RemovalSettings withKeepNewest(int count) {
    return new RemovalSettings(count, rule, automatic, undoCountdown);
  }

  /** The same with that rule. */
  RemovalSettings withRule(Optional<PruneSetting> other) {
    return new RemovalSettings(keepNewest, other, automatic, undoCountdown);
  }

  /** The same by itself at those times. */
  RemovalSettings withAutomatic(AutomaticSetting other) {
    return new RemovalSettings(keepNewest, rule, other, undoCountdown);
  }

  /** The same with a countdown of that length. */
  RemovalSettings withUndoCountdown(Duration countdown) {
    return new RemovalSettings(keepNewest, rule, automatic, countdown);
  }
}
