package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.archives.ArchiveTrouble;
import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Why an image stays, in words. Names in them are made harmless. */
public final class ReasonText {
  private ReasonText() {}

  /** All of it, names included: {@code in use by the container web-1}. */
  public static String full(KeepReason reason) {
    return switch (reason) {
      case KeepReason.InUse(List<String> containers) ->
          Texts.text("reason.in-use.full", containers.size(), names(containers));
      case KeepReason.ParentOf(List<String> children) ->
          Texts.text("reason.parent.full", children.size(), names(children));
      case KeepReason.LastChildOf(String parent) ->
          Texts.text("reason.last-child.full", PlainText.line(parent));
      case KeepReason.UsesUnknown() -> Texts.text("reason.uses-unknown.full");
      case KeepReason.AgeUnknown() -> Texts.text("reason.age-unknown.full");
      case KeepReason.Pinned() -> Texts.text("reason.pinned.full");
      case KeepReason.PinsUnreadable() -> Texts.text("reason.pins-unreadable.full");
      case KeepReason.Newest(int count) when count == KeepNewest.UNKNOWN_COUNT ->
          Texts.text("reason.newest-unknown.full");
      case KeepReason.Newest(int count) -> Texts.text("reason.newest.full", count);
      case KeepReason.RecentlyUsed(int count) -> Texts.text("reason.recently-used.full", count);
      case KeepReason.UsedWithin(Duration span) ->
          Texts.text("reason.used-within.full", RelativeTime.span(span));
      case KeepReason.NotWatched(Optional<Instant> since) ->
          since
              .map(day -> Texts.text("reason.not-watched.full", day.toString().substring(0, 10)))
              .orElseGet(() -> Texts.text("reason.never-watched.full"));
      case KeepReason.WithinBudget(long bytes) ->
          Texts.text("reason.within-budget.full", DecimalSize.of(bytes));
      case KeepReason.SizesUnknown() -> Texts.text("reason.sizes-unknown.full");
      case KeepReason.Excepted() -> Texts.text("reason.excepted.full");
      case KeepReason.UsedMeanwhile() -> Texts.text("reason.used-meanwhile.full");
      case KeepReason.Changed() -> Texts.text("reason.changed.full");
      case KeepReason.Named(List<String> given) -> Texts.text("reason.named.full", names(given));
      case KeepReason.BeingSaved() -> Texts.text("reason.being-saved.full");
      case KeepReason.AlreadyGone() -> Texts.text("reason.gone.full");
      case KeepReason.NotArchived(ArchiveTrouble trouble) ->
          Texts.text("reason.not-archived.full", ArchiveText.of(trouble));
      case KeepReason.NotMoved(KeepReason.NotMoved.Why why) ->
          Texts.text("reason.not-moved." + why);
      case KeepReason.Cancelled() -> Texts.text("reason.cancelled.full");
    };
  }

  /** A few words for a narrow column: {@code In use · 1 container}. */
  public static String brief(KeepReason reason) {
    return switch (reason) {
      case KeepReason.InUse(List<String> containers) ->
          Texts.text("reason.in-use.brief", containers.size());
      case KeepReason.ParentOf(List<String> children) ->
          Texts.text("reason.parent.brief", children.size());
      case KeepReason.LastChildOf _ -> Texts.text("reason.last-child.brief");
      case KeepReason.UsesUnknown() -> Texts.text("reason.uses-unknown.brief");
      case KeepReason.AgeUnknown() -> Texts.text("reason.age-unknown.brief");
      case KeepReason.Pinned() -> Texts.text("reason.pinned.brief");
      case KeepReason.PinsUnreadable() -> Texts.text("reason.pins-unreadable.brief");
      case KeepReason.Newest(int count) when count == KeepNewest.UNKNOWN_COUNT ->
          Texts.text("reason.newest-unknown.brief");
      case KeepReason.Newest(int count) -> Texts.text("reason.newest.brief", count);
      case KeepReason.RecentlyUsed(int count) -> Texts.text("reason.recently-used.brief", count);
      case KeepReason.UsedWithin(Duration span) ->
          Texts.text("reason.used-within.brief", RelativeTime.span(span));
      case KeepReason.NotWatched _ -> Texts.text("reason.not-watched.brief");
      case KeepReason.WithinBudget _ -> Texts.text("reason.within-budget.brief");
      case KeepReason.SizesUnknown() -> Texts.text("reason.sizes-unknown.brief");
      case KeepReason.Excepted() -> Texts.text("reason.excepted.brief");
      case KeepReason.UsedMeanwhile() -> Texts.text("reason.used-meanwhile.brief");
      case KeepReason.Changed() -> Texts.text("reason.changed.brief");
      case KeepReason.Named _ -> Texts.text("reason.named.brief");
      case KeepReason.BeingSaved() -> Texts.text("reason.being-saved.brief");
      case KeepReason.AlreadyGone() -> Texts.text("reason.gone.brief");
      case KeepReason.NotArchived _ -> Texts.text("reason.not-archived.brief");
      case KeepReason.NotMoved(KeepReason.NotMoved.Why why) ->
          Texts.text("reason.not-moved." + why);
      case KeepReason.Cancelled() -> Texts.text("reason.cancelled.brief");
    };
  }

  private static String names(List<String> untrusted) {
    return String.join(", ", untrusted.stream().map(PlainText::line).toList());
  }
}
