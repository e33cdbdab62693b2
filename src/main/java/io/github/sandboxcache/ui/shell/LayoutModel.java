package io.github.sandboxcache.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Which areas of the window are open, and how wide. FX thread only. */
public final class LayoutModel {
  private final BooleanProperty detailsOpen = new SimpleBooleanProperty(true);
  private final BooleanProperty detailsWide = new SimpleBooleanProperty(false);
  private final BooleanProperty usageFolded = new SimpleBooleanProperty(false);

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
