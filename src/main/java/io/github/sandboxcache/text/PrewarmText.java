package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.install.Prewarm.Estimate;
import io.github.sandboxcache.domain.install.Prewarm.Obstacle;

/** What may be installed ahead, in words. */
public final class PrewarmText {
  private PrewarmText() {}

  /** Why a set of that language is not installed ahead. */
  public static String why(Language language, Obstacle obstacle) {
    return switch (obstacle) {
      case Obstacle.Cached _ -> Texts.text("prewarm.cached");
      case Obstacle.PackagesUnknown _ -> Texts.text("prewarm.packages-unknown");
      case Obstacle.Refused refused ->
          PackageProblemText.of(language, refused.problems().getFirst());
      case Obstacle.KeepsFailing failing -> Texts.text("prewarm.keeps-failing", failing.failures());
    };
  }

  /** What installs are expected to take, as far as it is known. */
  public static String of(Estimate estimate) {
    String time =
        estimate
            .time()
            .map(each -> Texts.text("prewarm.time", RelativeTime.length(each)))
            .orElseGet(() -> Texts.text("prewarm.time.unknown"));
    String bytes =
        estimate.maxBytes().isPresent()
            ? Texts.text("prewarm.bytes", DecimalSize.summary(estimate.maxBytes().getAsLong()))
            : Texts.text("prewarm.bytes.unknown");
    return Texts.text("prewarm.estimate", time, bytes);
  }
}
