package io.github.sandboxcache.domain.removal;

import io.github.sandboxcache.domain.cache.Language;

/** Why an image was removed or kept, as a word that programs and the journal can rely on. */
public final class ReasonWord {
  private ReasonWord() {}

  /** Why an image was kept. */
  public static String of(KeepReason reason) {
    return switch (reason) {
      case KeepReason.InUse _ -> "in-use";
      case KeepReason.UsesUnknown _ -> "containers-unknown";
      case KeepReason.Pinned _ -> "pinned";
      case KeepReason.PinsUnreadable _ -> "pins-unreadable";
      case KeepReason.ParentOf _ -> "parent";
      case KeepReason.LastChildOf _ -> "last-child";
      case KeepReason.Newest _ -> "newest";
      case KeepReason.RecentlyUsed _ -> "recently-used";
      case KeepReason.UsedWithin _ -> "used";
      case KeepReason.NotWatched _ -> "use-unknown";
      case KeepReason.WithinBudget _ -> "within-budget";
      case KeepReason.SizesUnknown _ -> "size-unknown";
      case KeepReason.AgeUnknown _ -> "age-unknown";
      case KeepReason.Excepted _ -> "excepted";
      case KeepReason.UsedMeanwhile _ -> "used-meanwhile";
      case KeepReason.Changed _ -> "changed";
      case KeepReason.Named _ -> "named";
      case KeepReason.BeingSaved _ -> "being-saved";
      case KeepReason.AlreadyGone _ -> "already-gone";
      case KeepReason.NotArchived _ -> "not-archived";
      case KeepReason.NotMoved _ -> "not-moved";
      case KeepReason.Cancelled _ -> "cancelled";
    };
  }

  /** By which rule of a policy an image of that language is removed. */
  public static String of(RemovalPolicy policy, Language language) {
    return switch (policy) {
      case RemovalPolicy.KeepNewest _ -> "not-newest";
      case RemovalPolicy.KeepUsed _ -> "not-recently-used";
      case RemovalPolicy.UnusedFor _ -> "unused";
      case RemovalPolicy.Budget _ -> "least-value";
      case RemovalPolicy.Everything _ -> "all";
      case RemovalPolicy.Chosen _ -> "chosen";
      case RemovalPolicy.Prune prune -> of(prune.of(language), language);
    };
  }
}
