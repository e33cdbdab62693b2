package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.install.Prewarm;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.UsageReport;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.List;
import java.util.Set;

/**
 * The charts of the usage strip.
 *
 * @param rates hit rates of all languages and of each
 * @param sizes what these take
 * @param packages the packages in most hits
 * @param images the images with most hits
 * @param missed what sandboxes missed
 * @param summary hits and misses of all; empty without lookups
 */
record UsageCharts(
    RateRows rates,
    SizeRows sizes,
    TopRows packages,
    TopRows images,
    MissedSets missed,
    String summary) {
  /** As many of the top as a panel of the usual height has room for. */
  static final int MAX_TOP = 6;

  private static final double ROW_HEIGHT = 18;

  /**
   * How many rows of a chart stand in a height.
   *
   * @param pixels the height; none stand in a negative one
   */
  static int rowsIn(double pixels) {
    return (int) Math.max(0, pixels / ROW_HEIGHT);
  }

  /**
   * Draws up the charts of a cache.
   *
   * @param whole what there is, of which the tops tell a share
   * @param narrowed what is left of it
   * @param installing what tasks install already
   * @param moreRows for how many rows there is room beyond the usual ones
   */
  static UsageCharts of(
      CacheView whole,
      Narrowed narrowed,
      Set<CacheReference> installing,
      int moreRows,
      UiTexts texts) {
    CacheView view = narrowed.view();
    UsageReport some = narrowed.report();
    long hits = whole.usage().report().total().hits();
    List<LanguageUse> languages = LanguageUse.of(view);
    int top = MAX_TOP + moreRows;
    return new UsageCharts(
        RateRows.of(view.usage(), languages, texts),
        SizeRows.of(view.size().onDisk(), languages, texts),
        TopRows.packages(some, hits, top, texts),
        TopRows.images(some, hits, view.state().catalog(), top, texts),
        MissedSets.of(
            Prewarm.of(view.missed()).only(set -> narrowed.has(set.reference().language())),
            installing,
            top,
            texts),
        summary(view, texts));
  }

  private static String summary(CacheView view, UiTexts texts) {
    HitCount hits = view.usage().report().total();
    if (!view.usageReadable()) {
      return texts.text("usage.not-readable");
    }
    return hits.lookups() == 0 ? "" : texts.text("usage.summary", hits.hits(), hits.misses());
  }
}
