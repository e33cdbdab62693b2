package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.usage.UsageReport;
import io.github.sandboxcache.domain.usage.UsageView;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.usage.UsageExport.ChartPart;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.layout.Region;

/**
 * The parts of the strip as they can leave the window; a picture only while it can be seen.
 *
 * @param cache whose numbers
 * @param panels all panels together
 */
record UsageParts(CacheModel cache, Region panels) {
  /** Of the images as many are saved as of the packages, also where fewer have room. */
  private static final int MAX_SAVED = UsageReport.TOP_PACKAGES;

  ChartPart whole() {
    return part("usage", panels, () -> UsageTable.csv(usage().timeline()));
  }

  ChartPart rates(Region panel) {
    return part("hit-rate", panel, () -> UsageTable.csv(usage().timeline()));
  }

  ChartPart sizes(Region panel) {
    return new ChartPart(
        "size", () -> UsageTable.sizes(cache.view().languageSizes()), picture(panel));
  }

  ChartPart top(Region panel, TopPanel.Kind kind) {
    return switch (kind) {
      case PACKAGES ->
          part("top-packages", panel, () -> UsageTable.packages(usage().report().topPackages()));
      case IMAGES ->
          part("top-images", panel, () -> UsageTable.images(usage().report().topImages(MAX_SAVED)));
      case MISSED ->
          new ChartPart("missed", () -> UsageTable.missed(cache.view().missed()), picture(panel));
    };
  }

  private ChartPart part(String name, Region panel, Supplier<String> csv) {
    return new ChartPart(name + "-" + UsageText.key(usage().range()), csv, picture(panel));
  }

  private Optional<Region> picture(Region panel) {
    return Optional.of(panel).filter(_ -> panels.isVisible() && panels.getParent().isVisible());
  }

  private UsageView usage() {
    return cache.view().usage();
  }
}
