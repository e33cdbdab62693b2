package io.github.sandboxcache.domain.settings;

import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.removal.RemovalPolicy.UnusedFor;
import io.github.sandboxcache.domain.usage.RecentUses;
import java.time.Duration;
import java.util.Optional;

/**
 * A rule to prune by that the user chose.
 *
 * @param kind which rule
 * @param number days, gigabytes or images; of no meaning for the newest, which have a setting of
 *     their own
 */
public record PruneSetting(Kind kind, int number) {
  private static final int NOT_LEGIBLE = -1;
  private static final int FORTNIGHT_DAYS = 14;

  /** The bytes of the number of a budget. */
  public static final long GIGABYTE = 1_000_000_000L;

  /** The rules, in the order in which people see them. */
  public enum Kind {
    /** Not used for so many days. */
    UNUSED,
    /** Within so many gigabytes. */
    BUDGET,
    /** So many of each language that were used last. */
    USED,
    /** So many of each language that are newest, as the sandbox itself prunes. */
    NEWEST
  }

  /** As the sandbox itself prunes. */
  public static final PruneSetting NEWEST = new PruneSetting(Kind.NEWEST, 0);

  /** What serves in place of a rule that is not legible: nothing is removed. */
  public static final PruneSetting UNKNOWN = new PruneSetting(Kind.NEWEST, NOT_LEGIBLE);

  /** Refuses numbers that make no rule. */
  public PruneSetting {
    boolean legible = number >= (kind == Kind.UNUSED ? 1 : 0);
    if (!legible && !(kind == Kind.NEWEST && number == NOT_LEGIBLE)) {
      throw new IllegalArgumentException("no rule: %s %d".formatted(kind, number));
    }
  }

  /**
   * The rule where the user chose none: not used for a fortnight, and the sandbox's own until uses
   * have been known for as long.
   *
   * @param uses what is known of uses; empty when that cannot be read, and then nothing is removed
   */
  public static PruneSetting usual(Optional<RecentUses> uses) {
    boolean tooEarly =
        uses.filter(known -> !known.cover(Duration.ofDays(FORTNIGHT_DAYS))).isPresent();
    return tooEarly ? NEWEST : new PruneSetting(Kind.UNUSED, FORTNIGHT_DAYS);
  }

  /**
   * The rule.
   *
   * @param keepNewest how many of the newest are kept, where that is the rule
   */
  public RemovalPolicy.Rule rule(int keepNewest) {
    return switch (kind) {
      case UNUSED -> new UnusedFor(Duration.ofDays(number));
      case BUDGET -> new RemovalPolicy.Budget(number * GIGABYTE);
      case USED -> new RemovalPolicy.KeepUsed(number);
      case NEWEST -> new KeepNewest(number == NOT_LEGIBLE ? KeepNewest.UNKNOWN_COUNT : keepNewest);
    };
  }
}
