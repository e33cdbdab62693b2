package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.service.CacheStats;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.ui.base.CacheSize;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.PruneDoubts;
import io.github.sandboxcache.ui.base.SegmentBar.Segment;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The four key figures.
 *
 * @param disk what the cache takes
 * @param images how many images there are
 * @param hitRate how often lookups found their image
 * @param reclaimable what prune would free
 */
public record Figures(Figure disk, Figure images, Figure hitRate, Figure reclaimable) {
  /** Puts what is shown of a cache into words and bars. */
  public static Figures of(CacheView view, UiTexts texts) {
    if (view.isUnknown()) {
      Figure unknown =
          new Figure("", "", texts.text("none"), texts.text("figures.loading"), List.of(), "");
      return new Figures(unknown, unknown, HitRateFigure.of(view, texts), unknown);
    }
    return new Figures(
        disk(view.size(), texts),
        images(view.stats(), texts),
        HitRateFigure.of(view, texts),
        reclaimable(view, texts));
  }

  private static Figure disk(CacheSize size, UiTexts texts) {
    if (size.unknown() > 0) {
      // A sum that leaves images out is neither a least nor a most.
      return new Figure(
          "",
          "",
          size.total().known().isPresent()
              ? DecimalSize.summary(size.totalBytes()).toString()
              : texts.text("none"),
          texts.text("figures.disk.unknown", size.unknown()),
          List.of(),
          texts.text("figures.disk.tip", DecimalSize.exact(size.total().known())));
    }
    boolean exact = size.isExact() || size.totalBytes() == 0;
    double own = size.totalBytes() == 0 ? 0 : (double) size.ownBytes() / size.totalBytes();
    List<Segment> bar =
        size.ownKnown()
            ? List.of(Segment.plain(own, "accent"), Segment.plain(1 - own, "accent-soft"))
            : List.of(Segment.plain(size.totalBytes() == 0 ? 0 : 1, "accent"));
    return new Figure(
        size.ownKnown() && !exact
            ? texts.text("figures.disk.own", DecimalSize.summary(size.ownBytes()))
            : "",
        exact ? "" : texts.text("figures.at-most"),
        DecimalSize.summary(size.totalBytes()).toString(),
        "",
        bar,
        texts.text("figures.disk.tip", DecimalSize.exact(size.totalBytes())));
  }

  private static Figure images(CacheStats stats, UiTexts texts) {
    long languages = stats.languages().stream().filter(l -> l.images() > 0).count();
    List<Segment> bar =
        stats.languages().stream()
            .filter(language -> language.images() > 0)
            .map(
                language ->
                    new Segment(
                        (double) language.images() / stats.images(),
                        "own",
                        LanguageLook.styleClass(language.language())))
            .toList();
    return new Figure(
        "",
        "",
        texts.text("number", stats.images()),
        texts.text("figures.languages", languages),
        bar,
        texts.text("figures.images.tip"));
  }

  private static Figure reclaimable(CacheView view, UiTexts texts) {
    RemovalPlan plan = view.prune();
    CacheSize cache = view.size();
    String policy =
        plan.policy() instanceof RemovalPolicy.KeepNewest(int count)
                && count != RemovalPolicy.KeepNewest.UNKNOWN_COUNT
            ? texts.text("figures.policy", count)
            : "";
    PruneDoubts doubts = view.doubts();
    if (!doubts.isEmpty()) {
      String after = texts.text("figures.unknown", doubts.brief());
      return new Figure(policy, "", texts.text("none"), after, List.of(), doubts.why());
    }
    if (plan.removals().isEmpty()) {
      return new Figure(
          policy,
          "",
          DecimalSize.summary(0).toString(),
          texts.text("figures.nothing-to-prune"),
          List.of(),
          texts.text("figures.reclaimable.tip"));
    }
    CacheSize size = view.freeing();
    String images = texts.text("figures.reclaimable.images", plan.removals().size());
    if (!size.ownKnown() && size.unknown() > 0) {
      String tip = texts.text("figures.reclaimable.tip");
      return new Figure(policy, "", texts.text("none"), images, List.of(), tip);
    }
    long bytes = size.ownKnown() ? size.ownBytes() : size.totalBytes();
    long whole = Math.max(1, size.ownKnown() ? cache.ownBytes() : cache.totalBytes());
    return new Figure(
        policy,
        size.isExact() ? "" : texts.text(size.ownKnown() ? "figures.at-least" : "figures.at-most"),
        DecimalSize.summary(bytes).toString(),
        images,
        List.of(Segment.plain((double) bytes / whole, "warn")),
        texts.text("figures.reclaimable.tip") + "\n" + DecimalSize.exact(bytes));
  }

  /**
   * One key figure.
   *
   * @param note small text at the upper right; may be empty
   * @param before small text before the value; may be empty
   * @param value the value with its unit
   * @param after small text after the value; may be empty
   * @param bar the bar beneath
   * @param trend a line at the right, without which there is the bar; empty values for gaps
   * @param rise what the note begins with, put forward; may be empty
   * @param better whether that is good news
   * @param tip what the figure means exactly
   */
  public record Figure(
      String note,
      String before,
      String value,
      String after,
      List<Segment> bar,
      List<OptionalDouble> trend,
      String rise,
      boolean better,
      String tip) {
    /** Copies the lists, so that the record never changes. */
    public Figure {
      bar = List.copyOf(bar);
      trend = List.copyOf(trend);
    }

    /** A figure with a bar. */
    public Figure(
        String note, String before, String value, String after, List<Segment> bar, String tip) {
      this(note, before, value, after, bar, List.of(), "", false, tip);
    }
  }
}
