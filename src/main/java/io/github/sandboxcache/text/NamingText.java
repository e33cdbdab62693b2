package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.orphans.NamingReport.Why;

/** Why an image that a failed save left gets no name, in words. */
public final class NamingText {
  private NamingText() {}

  /** The reason as the rest of a sentence; words of an engine are made harmless. */
  public static String why(Why why) {
    return switch (why) {
      case Why.NothingSought() -> Texts.text("naming.nothing-sought");
      case Why.NotProven() -> Texts.text("naming.not-proven");
      case Why.Taken(CacheReference reference) -> Texts.text("naming.taken", reference);
      case Why.NamedMeanwhile() -> Texts.text("naming.named-meanwhile");
      case Why.Gone() -> Texts.text("naming.gone");
      case Why.Cancelled() -> Texts.text("reason.cancelled.full");
      case Why.Failed(String reason) -> PlainText.line(reason);
    };
  }
}
