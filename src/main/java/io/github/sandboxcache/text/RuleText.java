package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import java.time.Duration;

/** A rule of prune in a few words. */
public final class RuleText {
  private RuleText() {}

  /** {@code not used for 14 d}; empty for what is no rule, and where its number is not known. */
  public static String brief(RemovalPolicy policy) {
    return switch (policy) {
      case KeepNewest(int count) when count == KeepNewest.UNKNOWN_COUNT -> "";
      case KeepNewest(int count) -> Texts.text("rule.newest", count);
      case RemovalPolicy.KeepUsed(int count) -> Texts.text("rule.used", count);
      case RemovalPolicy.UnusedFor(Duration span) ->
          Texts.text("rule.unused", RelativeTime.span(span));
      case RemovalPolicy.Budget(long bytes) ->
          Texts.text("rule.budget", DecimalSize.summary(bytes));
      case RemovalPolicy.Prune _, RemovalPolicy.Everything _, RemovalPolicy.Chosen _ -> "";
    };
  }

  /** What goes by that rule: {@code all but the 3 newest of each}; empty where the above is. */
  public static String going(RemovalPolicy policy) {
    return switch (policy) {
      case KeepNewest(int count) when count != KeepNewest.UNKNOWN_COUNT ->
          Texts.text("rule.newest.going", count);
      case RemovalPolicy.KeepUsed(int count) -> Texts.text("rule.used.going", count);
      case RemovalPolicy.Budget(long bytes) ->
          Texts.text("rule.budget.going", DecimalSize.summary(bytes));
      default -> brief(policy);
    };
  }
}
