package io.github.sandboxcache.ui.base;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Which areas of the window are open, and how wide. FX thread only. */
public final class LayoutModel {
  /** The width of the details in which their tabs stand side by side, in pixels. */
  public static final double DETAILS_WIDTH = 312;

  /** The height of the usage strip with its charts, in pixels. */
  public static final double USAGE_HEIGHT = 212;

  private final BooleanProperty detailsOpen = new SimpleBooleanProperty(true);
  private final BooleanProperty detailsWide = new SimpleBooleanProperty(false);
  private final BooleanProperty usageFolded = new SimpleBooleanProperty(false);

  private final Split detailsSplit = new Split(DETAILS_WIDTH);
  private final Split usageSplit = new Split(USAGE_HEIGHT);

  /** Whether the details pane is there. */
  public BooleanProperty detailsOpenProperty() {
    return detailsOpen;
  }

  /** Whether the details pane has its wide form. */
  public BooleanProperty detailsWideProperty() {
    return detailsWide;
  }

  /** Whether of the usage strip only the title row is there. */
  public BooleanProperty usageFoldedProperty() {
    return usageFolded;
  }

  /** How wide the details pane is in its usual form. */
  public Split detailsSplit() {
    return detailsSplit;
  }

  /** How high the usage strip is while it is not folded. */
  public Split usageSplit() {
    return usageSplit;
  }

  /** Opens the details pane wide, or back to its usual width. */
  public void toggleDetailsWide() {
    detailsWide.set(!(detailsOpen.get() && detailsWide.get()));
    detailsOpen.set(true);
  }

  /** Folds or unfolds the usage strip. */
  public void toggleUsage() {
    usageFolded.set(!usageFolded.get());
  }
}
