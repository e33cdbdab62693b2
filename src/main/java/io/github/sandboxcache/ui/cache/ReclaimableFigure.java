package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.DiskShare;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.removal.Doubt;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPlan.Cost;
import io.github.sandboxcache.domain.usage.RecentUse;
import io.github.sandboxcache.domain.usage.RecentUses;
import io.github.sandboxcache.domain.usage.Thresholds;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.Percent;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.text.RuleText;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.PruneDoubts;
import io.github.sandboxcache.ui.base.SegmentBar.Segment;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.Figure.Graph;
import io.github.sandboxcache.ui.cache.Figure.Note;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The key figure of what prune would free, and what that costs. */
final class ReclaimableFigure {
  private ReclaimableFigure() {}

  static Figure of(CacheView view, UiTexts texts) {
    RemovalPlan plan = view.prune();
    PruneDoubts doubts = view.doubts();
    if (!doubts.isEmpty()) {
      return Figure.unknown(texts.text("none"), doubt(view, doubts, texts), doubts.why());
    }
    if (plan.removals().isEmpty()) {
      return new Figure(
          DecimalSize.summary(0).toString(),
          List.of(texts.text("figures.nothing-to-prune")),
          Note.NONE,
          new Graph.Bar(List.of()),
          texts.text("figures.reclaimable.tip"));
    }
    Optional<ByteCount> frees = plan.frees();
    boolean known = frees.filter(ByteCount::known).isPresent();
    return new Figure(
        known ? ByteText.brief(frees) : texts.text("none"),
        after(plan, texts),
        note(plan, texts),
        known ? new Graph.Bar(bar(frees.orElseThrow(), view)) : new Graph.None(),
        String.join(
            "\n",
            texts.text("figures.reclaimable.tip"),
            ByteText.exact(frees),
            texts.text(
                "figures.reclaimable.rule",
                Percent.of(OptionalDouble.of(Thresholds.DEAR_PERCENT)),
                RelativeTime.span(RecentUse.RECENT))));
  }

  private static String doubt(CacheView view, PruneDoubts doubts, UiTexts texts) {
    if (!doubts.all().equals(Set.of(Doubt.USAGE))) {
      return texts.text("figures.unknown", doubts.brief());
    }
    List<CachedImage> images = view.state().catalog().cached();
    long known =
        view.usage().recent().stream()
            .flatMap(uses -> images.stream().filter(image -> isUseKnown(image, uses)))
            .count();
    return texts.text("figures.reclaimable.uses", known, images.size());
  }

  private static boolean isUseKnown(CachedImage image, RecentUses uses) {
    return uses.of(image.reference()).lastUsed().isPresent();
  }

  private static List<String> after(RemovalPlan plan, UiTexts texts) {
    String images = texts.text("figures.reclaimable.images", plan.removals().size());
    String rule = RuleText.going(plan.policy());
    return rule.isEmpty()
        ? List.of(images)
        : List.of(texts.text("figures.reclaimable.images.rule", images, rule), images);
  }

  private static Note note(RemovalPlan plan, UiTexts texts) {
    Optional<Cost> cost =
        plan.cost().filter(plan::isTelling).filter(telling -> telling.allHits() > 0);
    if (cost.isEmpty()) {
      return Note.NONE;
    }
    long hits = cost.get().hits();
    String brief = texts.text("figures.reclaimable.cost.brief", hits);
    return cost.get().isDear()
        ? new Note(
            brief,
            "warn",
            "alert",
            List.of(texts.text("figures.reclaimable.of", cost.get().allHits())))
        : Note.quiet(
            List.of(texts.text("figures.reclaimable.cost", hits, cost.get().allHits()), brief));
  }

  private static List<Segment> bar(ByteCount frees, CacheView view) {
    long whole = view.size().onDisk().map(DiskShare::total).map(ByteCount::bytes).orElse(0L);
    return List.of(Segment.plain((double) frees.bytes() / Math.max(1, whole), "warn"));
  }
}
