package io.github.sandboxcache.domain.settings;

import io.github.sandboxcache.domain.removal.RemovalPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Whether the cache is to be pruned by itself now, or why not. */
public sealed interface AutomaticDecision {
  /** After a run, size and free space are let alone for so long: they may be beyond any prune. */
  Duration PAUSE = Duration.ofHours(1);

  /** What makes it time. */
  enum Trigger {
    START,
    DAILY,
    OVER_BUDGET,
    LOW_DISK
  }

  /**
   * It is time.
   *
   * @param rule the approved rule, which is still the one that is set
   * @param trigger the first that applies
   */
  record Run(RemovalPolicy.Rule rule, Trigger trigger) implements AutomaticDecision {}

  /** It is not turned on. */
  record Off() implements AutomaticDecision {}

  /** The rule that is set is not the one whose preview the user saw, if any. */
  record NotApproved() implements AutomaticDecision {}

  /**
   * It is not time yet.
   *
   * @param unknown those that cannot tell, because a size is not known
   */
  record NotYet(Set<Trigger> unknown) implements AutomaticDecision {
    /** Copies the set, so that the record never changes. */
    public NotYet {
      unknown = Set.copyOf(unknown);
    }
  }

  /**
   * What there is to decide by.
   *
   * @param now the time, UTC
   * @param lastRun when it was last begun, UTC; empty when never, or when that is not known
   * @param started whether the window was just started
   * @param onDisk the bytes that the cache takes on disk; empty when not known
   * @param freeBytes the bytes that are free where the engine keeps its data; empty when not known
   */
  record Situation(
      Instant now,
      Optional<Instant> lastRun,
      boolean started,
      OptionalLong onDisk,
      OptionalLong freeBytes) {
    /** Whether the last run was so long ago; also when the clock was set back since. */
    private boolean isSince(Duration span) {
      return lastRun
          .filter(last -> Duration.between(last, now).abs().compareTo(span) < 0)
          .isEmpty();
    }
  }

  /** Decides. */
  static AutomaticDecision of(Settings settings, Situation situation) {
    AutomaticSetting setting = settings.automatic();
    if (!setting.isOn()) {
      return new Off();
    }
    return settings
        .approvedRule()
        .map(rule -> of(setting, rule, situation))
        .orElseGet(NotApproved::new);
  }

  private static AutomaticDecision of(
      AutomaticSetting setting, RemovalPolicy.Rule rule, Situation situation) {
    if (setting.atStart() && situation.started()) {
      return new Run(rule, Trigger.START);
    }
    if (setting.daily() && situation.isSince(Duration.ofDays(1))) {
      return new Run(rule, Trigger.DAILY);
    }
    return ofSizes(setting, rule, situation);
  }

  private static AutomaticDecision ofSizes(
      AutomaticSetting setting, RemovalPolicy.Rule rule, Situation situation) {
    Set<Trigger> unknown = EnumSet.noneOf(Trigger.class);
    if (setting.overBytes().isPresent()) {
      if (situation.onDisk().isEmpty()) {
        unknown.add(Trigger.OVER_BUDGET);
      } else if (situation.onDisk().getAsLong() > setting.overBytes().getAsLong()
          && situation.isSince(PAUSE)) {
        return new Run(rule, Trigger.OVER_BUDGET);
      }
    }
    if (setting.lowDiskBytes().isPresent()) {
      if (situation.freeBytes().isEmpty()) {
        unknown.add(Trigger.LOW_DISK);
      } else if (situation.freeBytes().getAsLong() < setting.lowDiskBytes().getAsLong()
          && situation.isSince(PAUSE)) {
        return new Run(rule, Trigger.LOW_DISK);
      }
    }
    return new NotYet(unknown);
  }
}
