package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.usage.RecentUse;
import java.util.Optional;

/** What the removal of an image would cost and bring, in words. */
public final class VerdictText {
  private VerdictText() {}

  /** For example {@code 1 hit in 30 days, frees 412 MB, 38 s to rebuild}. */
  public static String of(CachedImage image, RemovalPlan plan) {
    Optional<RecentUse> use = plan.uses().map(uses -> uses.of(image.reference()));
    String hits =
        use.map(known -> Texts.text("verdict.use", known.hits()))
            .orElseGet(() -> Texts.text("verdict.use-unknown"));
    String rebuild =
        use.flatMap(RecentUse::installTime)
            .map(time -> Texts.text("verdict.rebuild", RelativeTime.length(time)))
            .orElseGet(() -> Texts.text("verdict.rebuild-unknown"));
    String frees = Texts.text("verdict.frees", ByteText.summary(plan.ownBytes(image)));
    return String.join(", ", hits, frees, rebuild);
  }
}
