package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.removal.RemovalPlan.KeptImage;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Why images stay, counted, in one line. */
final class KeptText {
  /** What people tell apart at a glance, in the order in which it is told. */
  enum Why {
    IN_USE,
    PINNED,
    BASE,
    EXCEPTED,
    UNKNOWN,
    RULE
  }

  private KeptText() {}

  /** {@code 4 in use · 5 pinned · 20 by the rule}; empty when nothing stays. */
  static String line(List<KeptImage> kept, UiTexts texts) {
    Map<Why, Integer> counts = new EnumMap<>(Why.class);
    kept.forEach(image -> counts.merge(why(image.reason()), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(entry -> texts.text("prune.kept." + entry.getKey().name(), entry.getValue()))
        .collect(Collectors.joining(" · "));
  }

  /** The same of those that no rule decides about; of all, where there are none. */
  static String protectedFirst(List<KeptImage> kept, UiTexts texts) {
    List<KeptImage> some = kept.stream().filter(image -> why(image.reason()) != Why.RULE).toList();
    return line(some.isEmpty() ? kept : some, texts);
  }

  private static Why why(KeepReason reason) {
    return switch (reason) {
      case KeepReason.InUse _ -> Why.IN_USE;
      case KeepReason.Pinned _ -> Why.PINNED;
      case KeepReason.ParentOf _, KeepReason.LastChildOf _ -> Why.BASE;
      case KeepReason.Excepted _ -> Why.EXCEPTED;
      case KeepReason.Newest _,
          KeepReason.RecentlyUsed _,
          KeepReason.UsedWithin _,
          KeepReason.WithinBudget _ ->
          Why.RULE;
      case KeepReason.PinsUnreadable _,
          KeepReason.UsesUnknown _,
          KeepReason.AgeUnknown _,
          KeepReason.NotWatched _,
          KeepReason.SizesUnknown _,
          KeepReason.UsedMeanwhile _,
          KeepReason.Changed _,
          KeepReason.Named _,
          KeepReason.BeingSaved _,
          KeepReason.AlreadyGone _,
          KeepReason.NotArchived _,
          KeepReason.NotMoved _,
          KeepReason.Cancelled _ ->
          Why.UNKNOWN;
    };
  }
}
