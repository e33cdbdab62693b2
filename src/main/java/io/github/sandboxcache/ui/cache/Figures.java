package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.OptionalLong;

/**
 * The four key figures.
 *
 * @param disk what the cache takes
 * @param saved how much time it saved, and whether that is worth its disk
 * @param hitRate how often lookups found their image
 * @param reclaimable what prune would free, and what that costs
 */
record Figures(Figure disk, Figure saved, Figure hitRate, Figure reclaimable) {
  /**
   * Puts what is shown of a cache into words. Takes time with many images: not for the FX thread.
   *
   * @param freeBytes what is free on the engine's disk; empty where not known
   */
  static Figures of(CacheView view, OptionalLong freeBytes, UiTexts texts) {
    if (view.isUnknown()) {
      Figure unknown = Figure.unknown(texts.text("none"), texts.text("figures.loading"), "");
      return new Figures(unknown, unknown, unknown, unknown);
    }
    return new Figures(
        DiskFigure.of(view, freeBytes, texts),
        SavedFigure.of(view, texts),
        HitRateFigure.of(view, texts),
        ReclaimableFigure.of(view, texts));
  }
}
