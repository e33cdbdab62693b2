package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.FxmlViews.LoadedView;
import io.github.sandboxcache.ui.base.LayoutModel;
import io.github.sandboxcache.ui.cache.DetailsController;
import io.github.sandboxcache.ui.usage.UsageController;
import java.util.Optional;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Details and usage, which are built when the images have been painted: building them takes about
 * as long as everything before. Until then their places are empty. FX thread only.
 */
final class LazyAreas {
  private final FxmlViews views;
  private final LayoutModel layout;
  private final Pane detailsPlace;
  private final Pane usagePlace;
  private Optional<DetailsController> details = Optional.empty();
  private Optional<UsageController> usage = Optional.empty();
  private double usageWidth;

  LazyAreas(FxmlViews views, LayoutModel layout, Pane detailsPlace, Pane usagePlace) {
    this.views = views;
    this.layout = layout;
    this.detailsPlace = detailsPlace;
    this.usagePlace = usagePlace;
    layout.usageFoldedProperty().subscribe(this::keepPlace);
  }

  /** The details; built if they are not yet. */
  DetailsController details() {
    if (details.isEmpty()) {
      LoadedView<DetailsController> view = views.load(DetailsController.class);
      details = Optional.of(view.controller());
      detailsPlace.getChildren().setAll(view.root());
    }
    return details.get();
  }

  /** The usage strip; built if it is not yet. */
  UsageController usage() {
    if (usage.isEmpty()) {
      LoadedView<UsageController> view = views.load(UsageController.class);
      usage = Optional.of(view.controller());
      view.controller().setAvailableWidth(usageWidth);
      usagePlace.getChildren().setAll(view.root());
      usagePlace.setPrefHeight(Region.USE_COMPUTED_SIZE);
    }
    return usage.get();
  }

  /** Says how wide the usage strip will be, in pixels. */
  void setUsageWidth(double width) {
    usageWidth = width;
    keepPlace();
    usage.ifPresent(built -> built.setAvailableWidth(width));
  }

  /** What stands above moves by nothing when the strip comes. */
  private void keepPlace() {
    if (usage.isEmpty()) {
      boolean folded = layout.usageFoldedProperty().get();
      usagePlace.setPrefHeight(UsageController.height(folded, usageWidth));
    }
  }
}
