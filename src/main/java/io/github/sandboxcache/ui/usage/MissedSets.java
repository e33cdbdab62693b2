package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.install.Prewarm;
import io.github.sandboxcache.domain.install.Prewarm.Candidate;
import io.github.sandboxcache.domain.install.Prewarm.Estimate;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.PackageLabel;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.PrewarmText;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What sandboxes missed and one click installs.
 *
 * @param rows those that are missing, the longest wait first, before those that are cached now
 * @param chosen what the button above them installs; empty when nothing can be
 * @param action what it does, in words
 * @param estimate what that takes, in words
 * @param time of it only how long, for where there is little room
 */
public record MissedSets(
    List<Row> rows, List<MissedSet> chosen, String action, String estimate, String time) {
  /** Copies the lists, so that the record never changes. */
  public MissedSets {
    rows = List.copyOf(rows);
    chosen = List.copyOf(chosen);
  }

  /** What can be done about a set. */
  public enum State {
    /** It can be installed. */
    OPEN,
    /** A task installs it, or is about to. */
    INSTALLING,
    /** It cannot be installed. */
    BLOCKED,
    /** Its image is there now. */
    CACHED
  }

  /**
   * One set.
   *
   * @param languageClass brings its language's colours
   * @param name its packages, or the key where nobody told them
   * @param misses how often it was missed, in words
   * @param waited how long sandboxes waited for it
   * @param tip all that is known of it, line by line
   */
  public record Row(
      MissedSet set,
      State state,
      String languageClass,
      String name,
      String misses,
      String waited,
      String tip) {
    private static Row of(Candidate candidate, Set<CacheReference> installing, UiTexts texts) {
      MissedSet set = candidate.set();
      CacheReference reference = set.reference();
      String name =
          set.packages()
              .map(
                  packages ->
                      packages.stream()
                          .map(each -> PackageLabel.of(each).name())
                          .collect(Collectors.joining(", ")))
              .orElse(reference.tag());
      return new Row(
          set,
          state(candidate, installing),
          LanguageLook.styleClass(reference.language()),
          name,
          texts.text("usage.missed.misses", set.misses()),
          set.waited()
              .map(RelativeTime::toTheMinute)
              .orElseGet(() -> texts.text("usage.missed.unknown")),
          tip(name, candidate, texts));
    }

    private static State state(Candidate candidate, Set<CacheReference> installing) {
      if (candidate.set().cached()) {
        return State.CACHED;
      }
      return installing.contains(candidate.set().reference())
          ? State.INSTALLING
          : candidate.isInstallable() ? State.OPEN : State.BLOCKED;
    }

    /** What a screen reader says of it. */
    public String spoken(UiTexts texts) {
      String said = String.join(", ", name, misses, waited);
      return switch (state) {
        case OPEN, BLOCKED -> said;
        case INSTALLING -> texts.text("usage.missed.installing", said);
        case CACHED -> texts.text("usage.missed.cached", said);
      };
    }

    private static String tip(String name, Candidate candidate, UiTexts texts) {
      MissedSet set = candidate.set();
      Language language = set.reference().language();
      String known =
          texts.text(
              set.cached() ? "usage.missed.tip.cached" : "usage.missed.tip",
              name,
              LanguageLook.displayName(language),
              PlainText.line(
                  set.packages()
                      .map(packages -> String.join(" ", packages))
                      .orElse(set.reference().toString())),
              texts.text("usage.missed.misses", set.misses()),
              PrewarmText.of(Estimate.of(List.of(set))));
      return candidate
          .obstacle()
          .filter(_ -> !set.cached())
          .map(why -> known + "\n" + PrewarmText.why(language, why))
          .orElse(known);
    }
  }

  /**
   * Puts it into words.
   *
   * @param installing what tasks install already
   * @param count how many rows there is room for
   */
  public static MissedSets of(
      Prewarm prewarm, Set<CacheReference> installing, int count, UiTexts texts) {
    List<MissedSet> chosen =
        prewarm.only(set -> !installing.contains(set.reference())).top(Prewarm.DEFAULT_COUNT);
    Estimate estimate = Estimate.of(chosen);
    return new MissedSets(
        prewarm.candidates().stream()
            .limit(count)
            .map(each -> Row.of(each, installing, texts))
            .toList(),
        chosen,
        texts.text("usage.missed.install", chosen.size()),
        estimate(estimate, texts),
        time(estimate, texts));
  }

  /** Whether any is still missing. */
  public boolean anyMissing() {
    return rows.stream().anyMatch(row -> row.state() != State.CACHED);
  }

  /** What installs take together, in words. */
  public static String estimate(Estimate estimate, UiTexts texts) {
    return texts.text(
        "usage.missed.estimate",
        time(estimate, texts),
        estimate.maxBytes().isPresent()
            ? texts.text("usage.missed.bytes", DecimalSize.summary(estimate.maxBytes().getAsLong()))
            : texts.text("usage.missed.bytes.unknown"));
  }

  private static String time(Estimate estimate, UiTexts texts) {
    return estimate
        .time()
        .map(time -> texts.text("usage.missed.time", RelativeTime.toTheMinute(time)))
        .orElseGet(() -> texts.text("usage.missed.time.unknown"));
  }
}
