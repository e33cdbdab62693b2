package io.github.sandboxcache.adapter.sqlite;

import io.github.sandboxcache.domain.archives.ArchiveTrouble;
import io.github.sandboxcache.domain.cache.TextList;
import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.removal.ReasonWord;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why an image was kept, as it stands in the database: its word, then what the word leaves out. */
final class StoredReason {
  private StoredReason() {}

  static String write(KeepReason reason) {
    List<String> texts = new ArrayList<>(List.of(ReasonWord.of(reason)));
    texts.addAll(details(reason));
    return TextList.write(texts);
  }

  private static List<String> details(KeepReason reason) {
    return switch (reason) {
      case KeepReason.InUse(List<String> containers) -> containers;
      case KeepReason.ParentOf(List<String> children) -> children;
      case KeepReason.Named(List<String> names) -> names;
      case KeepReason.LastChildOf(String parent) -> List.of(parent);
      case KeepReason.Newest(int count) -> List.of(Integer.toString(count));
      case KeepReason.RecentlyUsed(int count) -> List.of(Integer.toString(count));
      case KeepReason.UsedWithin(Duration span) -> List.of(Long.toString(span.toMillis()));
      case KeepReason.NotWatched(Optional<Instant> since) ->
          since.map(time -> Long.toString(time.toEpochMilli())).stream().toList();
      case KeepReason.WithinBudget(long bytes) -> List.of(Long.toString(bytes));
      case KeepReason.NotArchived(ArchiveTrouble(ArchiveTrouble.Kind kind, String detail)) ->
          List.of(kind.name(), detail);
      case KeepReason.NotMoved(KeepReason.NotMoved.Why why) -> List.of(why.name());
      case KeepReason.UsesUnknown _,
          KeepReason.Pinned _,
          KeepReason.PinsUnreadable _,
          KeepReason.SizesUnknown _,
          KeepReason.AgeUnknown _,
          KeepReason.Excepted _,
          KeepReason.UsedMeanwhile _,
          KeepReason.Changed _,
          KeepReason.BeingSaved _,
          KeepReason.AlreadyGone _,
          KeepReason.Cancelled _ ->
          List.of();
    };
  }

  static KeepReason read(String text) throws SQLException {
    List<String> texts = TextList.parse(text).orElse(List.of(text));
    try {
      return reason(texts.getFirst(), texts.subList(1, texts.size()));
    } catch (RuntimeException e) {
      throw new SQLException("there is no such reason to keep an image: " + text, e);
    }
  }

  private static KeepReason reason(String word, List<String> details) {
    return switch (word) {
      case "in-use" -> new KeepReason.InUse(details);
      case "containers-unknown" -> new KeepReason.UsesUnknown();
      case "pinned" -> new KeepReason.Pinned();
      case "pins-unreadable" -> new KeepReason.PinsUnreadable();
      case "parent" -> new KeepReason.ParentOf(details);
      case "last-child" -> new KeepReason.LastChildOf(details.getFirst());
      case "newest" -> new KeepReason.Newest(Integer.parseInt(details.getFirst()));
      case "recently-used" -> new KeepReason.RecentlyUsed(Integer.parseInt(details.getFirst()));
      case "used" ->
          new KeepReason.UsedWithin(Duration.ofMillis(Long.parseLong(details.getFirst())));
      case "use-unknown" ->
          new KeepReason.NotWatched(
              details.stream().findFirst().map(Long::parseLong).map(Instant::ofEpochMilli));
      case "within-budget" -> new KeepReason.WithinBudget(Long.parseLong(details.getFirst()));
      case "size-unknown" -> new KeepReason.SizesUnknown();
      case "age-unknown" -> new KeepReason.AgeUnknown();
      case "excepted" -> new KeepReason.Excepted();
      case "used-meanwhile" -> new KeepReason.UsedMeanwhile();
      case "changed" -> new KeepReason.Changed();
      case "named" -> new KeepReason.Named(details);
      case "being-saved" -> new KeepReason.BeingSaved();
      case "already-gone" -> new KeepReason.AlreadyGone();
      case "not-archived" ->
          new KeepReason.NotArchived(
              new ArchiveTrouble(ArchiveTrouble.Kind.valueOf(details.get(0)), details.get(1)));
      case "not-moved" ->
          new KeepReason.NotMoved(KeepReason.NotMoved.Why.valueOf(details.getFirst()));
      case "cancelled" -> new KeepReason.Cancelled();
      default -> throw new IllegalArgumentException(word);
    };
  }
}
