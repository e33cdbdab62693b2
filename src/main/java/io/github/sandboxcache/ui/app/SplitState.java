package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.base.LayoutModel;

/**
 * Where the user left the dividers.
 *
 * @param detailsWidth of the details, in pixels
 * @param usageHeight of the usage strip with its charts, in pixels
 */
public record SplitState(double detailsWidth, double usageHeight) {
  /** How they are at first. */
  public static final SplitState DEFAULT =
      new SplitState(LayoutModel.DETAILS_WIDTH, LayoutModel.USAGE_HEIGHT);

  /** Where the dividers are now. */
  static SplitState of(LayoutModel layout) {
    return new SplitState(
        layout.detailsSplit().wantedProperty().get(), layout.usageSplit().wantedProperty().get());
  }

  /** Puts the dividers there. */
  void restore(LayoutModel layout) {
    layout.detailsSplit().restore(detailsWidth);
    layout.usageSplit().restore(usageHeight);
  }
}
