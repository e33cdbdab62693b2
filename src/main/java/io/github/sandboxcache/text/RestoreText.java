package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.archives.ArchiveTrouble;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import io.github.sandboxcache.domain.contents.PackageDifference;
import io.github.sandboxcache.domain.contents.PackageDifference.Change;
import io.github.sandboxcache.domain.restore.RestoreCost;
import io.github.sandboxcache.domain.restore.RestoredImage.Outcome;
import io.github.sandboxcache.domain.restore.RestoredImage.Versions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What became of an image that was to be made again, in words. */
public final class RestoreText {
  /** So many packages are told by name; of the others only how many there are. */
  private static final int NAMED = 3;

  private RestoreText() {}

  /** What became of it: one line, or why it failed with the package manager's own last lines. */
  public static List<String> of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.AlreadyThere _ -> List.of(Texts.text("restore.there"));
      case Outcome.Made made -> List.of(made(made));
      case Outcome.Loaded _ -> List.of(Texts.text("restore.loaded"));
      case Outcome.NotLoaded(ArchiveTrouble trouble) ->
          List.of(Texts.text("restore.not-loaded", ArchiveText.of(trouble)));
      case Outcome.NotRemoved _ -> List.of(Texts.text("restore.not-removed"));
      case Outcome.PackagesUnknown _ -> List.of(Texts.text("restore.packages-unknown"));
      case Outcome.Failed failed -> InstallText.errors(failed.install());
      case Outcome.EngineFailed(String words) -> List.of(PlainText.outputLine(words));
      case Outcome.Cancelled _ -> List.of(Texts.text("restore.cancelled"));
    };
  }

  /**
   * What it takes to make images again: {@code ≈ 5 min, takes 388 MB}; empty where nothing is
   * known.
   */
  public static Optional<String> cost(RestoreCost cost) {
    return switch (cost) {
      case RestoreCost.FromArchive(long bytes) ->
          Optional.of(Texts.text("restore.cost.archive", DecimalSize.of(bytes)));
      case RestoreCost.Installed(Optional<Duration> time, OptionalLong bytes) -> {
        List<String> known = new ArrayList<>();
        time.map(each -> Texts.text("restore.cost.time", RelativeTime.brief(each)))
            .ifPresent(known::add);
        bytes.stream()
            .mapToObj(each -> Texts.text("restore.cost.bytes", DecimalSize.of(each)))
            .forEach(known::add);
        yield known.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", known));
      }
      case RestoreCost.Unknown() -> Optional.empty();
    };
  }

  /** How an image that was made differs from the one that was removed, in one line. */
  public static String made(Outcome.Made made) {
    String differs = difference(made);
    return made.archive()
        .map(why -> Texts.text("restore.without-archive", differs, ArchiveText.of(why)))
        .orElse(differs);
  }

  private static String difference(Outcome.Made made) {
    String versions = versions(made.versions());
    return switch (made.base()) {
      case SAME -> versions;
      case OTHER -> Texts.text("restore.with-base", versions, Texts.text("restore.base.other"));
      case UNKNOWN -> Texts.text("restore.with-base", versions, Texts.text("restore.base.unknown"));
    };
  }

  private static String versions(Versions versions) {
    return switch (versions) {
      case Versions.Same _ -> Texts.text("restore.same");
      case Versions.NotRecorded _ -> Texts.text("restore.not-recorded");
      case Versions.NotRead _ -> Texts.text("restore.not-read");
      case Versions.Other(PackageDifference difference, boolean gone) ->
          gone
              ? Texts.text("restore.gone", difference(difference))
              : Texts.text("restore.other", difference(difference));
    };
  }

  private static String difference(PackageDifference difference) {
    List<String> parts = new ArrayList<>();
    List<Change> changed = difference.changed();
    changed.stream().limit(NAMED).map(RestoreText::change).forEach(parts::add);
    if (changed.size() > NAMED) {
      parts.add(Texts.text("restore.more-changed", changed.size() - NAMED));
    }
    count("restore.added", difference.added()).forEach(parts::add);
    count("restore.removed", difference.removed()).forEach(parts::add);
    return String.join(", ", parts);
  }

  private static String change(Change change) {
    return Texts.text(
        "restore.change",
        PlainText.line(change.after().name()),
        version(change.after()),
        version(change.before()));
  }

  private static String version(InstalledPackage of) {
    return of.version().isEmpty() ? Texts.text("unknown") : PlainText.line(of.version());
  }

  private static Stream<String> count(String key, List<InstalledPackage> packages) {
    return packages.isEmpty() ? Stream.empty() : Stream.of(Texts.text(key, packages.size()));
  }
}
