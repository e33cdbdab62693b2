package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.catalog.DiskShare;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.service.CacheStats;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.RuleText;
import io.github.sandboxcache.ui.base.CacheSize;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.PruneDoubts;
import io.github.sandboxcache.ui.base.SegmentBar.Segment;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.List;
import java.util.Optional;
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
    Optional<ByteCount> total = size.onDisk().map(DiskShare::total);
    if (total.filter(ByteCount::known).isEmpty()) {
      String why = ByteText.summary(total);
      return new Figure("", "", texts.text("none"), why, List.of(), why);
    }
    DiskShare share = size.onDisk().orElseThrow();
    double packages =
        share.total().bytes() == 0 ? 0 : (double) share.packages().bytes() / share.total().bytes();
    return new Figure(
        "",
        share.total().exact() ? "" : texts.text("figures.about"),
        DecimalSize.summary(share.total().bytes()).toString(),
        share.base().bytes() == 0
            ? ""
            : texts.text("figures.disk.base", DecimalSize.summary(share.base().bytes())),
        List.of(
            Segment.plain(packages, "accent"),
            Segment.plain(share.total().bytes() == 0 ? 0 : 1 - packages, "accent-soft")),
        texts.text(
            "figures.disk.tip",
            ByteText.exact(Optional.of(share.total())),
            DecimalSize.exact(share.packages().bytes()),
            DecimalSize.exact(share.base().bytes())));
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
    String policy = RuleText.brief(plan.policy());
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
    Optional<ByteCount> frees = plan.frees();
    String images = texts.text("figures.reclaimable.images", plan.removals().size());
    String tip = texts.text("figures.reclaimable.tip") + "\n" + ByteText.exact(frees);
    if (frees.filter(ByteCount::known).isEmpty()) {
      return new Figure(policy, "", texts.text("none"), images, List.of(), tip);
    }
    long bytes = frees.get().bytes();
    long whole = Math.max(1, cache.onDisk().map(share -> share.total().bytes()).orElse(0L));
    return new Figure(
        policy,
        frees.get().exact() ? "" : texts.text("figures.about"),
        DecimalSize.summary(bytes).toString(),
        images,
        List.of(Segment.plain((double) bytes / whole, "warn")),
        tip);
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
