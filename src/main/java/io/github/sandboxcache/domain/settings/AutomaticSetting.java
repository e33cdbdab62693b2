package io.github.sandboxcache.domain.settings;

import io.github.sandboxcache.domain.removal.RemovalPolicy;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * When the cache is pruned by itself, and by which rule it may be.
 *
 * @param atStart once the window's engine has answered
 * @param daily once a day
 * @param overBytes when the cache takes more than that on disk, 0 or more; empty for never
 * @param lowDiskBytes when less than that is free where the engine keeps its data, 0 or more; empty
 *     for never
 * @param approved the rule whose preview the user saw when turning this on; by no other is anything
 *     ever removed
 */
public record AutomaticSetting(
    boolean atStart,
    boolean daily,
    OptionalLong overBytes,
    OptionalLong lowDiskBytes,
    Optional<RemovalPolicy.Rule> approved) {
  /** Never. */
  public static final AutomaticSetting OFF =
      new AutomaticSetting(
          false, false, OptionalLong.empty(), OptionalLong.empty(), Optional.empty());

  /** Refuses values that make no sense. */
  public AutomaticSetting {
    if (overBytes.orElse(0) < 0 || lowDiskBytes.orElse(0) < 0) {
      throw new IllegalArgumentException("negative: %s, %s".formatted(overBytes, lowDiskBytes));
    }
  }

  /** Whether there is any time at which it would be done. */
  public boolean isOn() {
    return atStart || daily || overBytes.isPresent() || lowDiskBytes.isPresent();
  }

  /** The same by that rule, whose preview the user has just seen; daily, where no time was set. */
  public AutomaticSetting approve(RemovalPolicy.Rule rule) {
    return new AutomaticSetting(
        atStart, daily || !isOn(), overBytes, lowDiskBytes, Optional.of(rule));
  }
}
