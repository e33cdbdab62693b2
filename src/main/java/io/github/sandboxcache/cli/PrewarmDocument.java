package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.install.Prewarm;
import io.github.sandboxcache.domain.install.Prewarm.Candidate;
import io.github.sandboxcache.domain.install.Prewarm.Estimate;
import io.github.sandboxcache.domain.install.Prewarm.Obstacle;
import io.github.sandboxcache.domain.install.PrewarmReport;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.text.InstallText;
import io.github.sandboxcache.text.PrewarmText;
import io.github.sandboxcache.text.Texts;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The document of {@code prewarm}.
 *
 * @param dryRun whether nothing was done and this says what would be
 * @param estimatedMs what the chosen installs are expected to take together; null when not known
 * @param estimatedMaxBytes the most that their images take; null when not known
 * @param installed what is in the cache now, or would be
 * @param failed what was to be installed and is not there, and why
 * @param skipped what is not installed ahead, and why
 */
record PrewarmDocument(
    boolean dryRun,
    @Nullable Long estimatedMs,
    @Nullable Long estimatedMaxBytes,
    List<Missed> installed,
    List<Failed> failed,
    List<Skipped> skipped) {
  /**
   * A set that sandboxes missed in the last 30 days.
   *
   * @param packages as given; null when nobody told
   * @param misses how often
   * @param waitedMs how long sandboxes waited for it; null when not known
   * @param installMs what an install is expected to take; null when not known
   * @param bytes how large its image last was; null when not known
   * @param lastMissedAt when it was last missed
   * @param cached whether its image is there now
   */
  record Missed(
      String reference,
      String language,
      @Nullable List<String> packages,
      long misses,
      @Nullable Long waitedMs,
      @Nullable Long installMs,
      @Nullable Long bytes,
      String lastMissedAt,
      boolean cached) {
    static Missed of(MissedSet set) {
      return of(set, set.cached());
    }

    static Missed of(MissedSet set, boolean cached) {
      CacheReference reference = set.reference();
      return new Missed(
          reference.toString(),
          reference.language().name(),
          set.packages().orElse(null),
          set.misses(),
          Documents.milliseconds(set.waited()),
          Documents.milliseconds(set.installTime()),
          Documents.number(set.bytes()),
          Documents.time(set.lastMissed()),
          cached);
    }
  }

  /** One whose install failed, and why, as of {@code install}. */
  record Failed(Missed set, List<String> errors) {}

  /**
   * One that is not installed ahead.
   *
   * @param reason why, as a fixed word
   * @param explanation the same for people
   */
  record Skipped(Missed set, String reason, String explanation) {}

  /** What would be done. */
  static PrewarmDocument announced(Prewarm prewarm, List<MissedSet> chosen) {
    return of(true, prewarm, chosen, chosen.stream(), PrewarmReport.NOTHING);
  }

  /** What was done. */
  static PrewarmDocument done(Prewarm prewarm, List<MissedSet> chosen, PrewarmReport report) {
    return of(
        false, prewarm, chosen, report.installed().stream().map(PrewarmReport.Done::set), report);
  }

  private static PrewarmDocument of(
      boolean dryRun,
      Prewarm prewarm,
      List<MissedSet> chosen,
      Stream<MissedSet> installed,
      PrewarmReport report) {
    Estimate estimate = Estimate.of(chosen);
    return new PrewarmDocument(
        dryRun,
        Documents.milliseconds(estimate.time()),
        Documents.number(estimate.maxBytes()),
        installed.map(set -> Missed.of(set, !dryRun)).toList(),
        report.failed().stream()
            .map(each -> new Failed(Missed.of(each.set()), InstallText.errors(each.result())))
            .toList(),
        Stream.concat(
                report.left().stream().map(PrewarmDocument::left),
                prewarm.candidates().stream().flatMap(PrewarmDocument::skipped))
            .toList());
  }

  private static Skipped left(MissedSet set) {
    return new Skipped(Missed.of(set), "cancelled", Texts.text("prewarm.cancelled"));
  }

  private static Stream<Skipped> skipped(Candidate candidate) {
    MissedSet set = candidate.set();
    return candidate.obstacle().stream()
        .map(
            why ->
                new Skipped(
                    Missed.of(set), word(why), PrewarmText.why(set.reference().language(), why)));
  }

  private static String word(Obstacle obstacle) {
    return switch (obstacle) {
      case Obstacle.Cached _ -> "cached";
      case Obstacle.PackagesUnknown _ -> "packages-unknown";
      case Obstacle.Refused _ -> "refused";
      case Obstacle.KeepsFailing _ -> "keeps-failing";
    };
  }
}
