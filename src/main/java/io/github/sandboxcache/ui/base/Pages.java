package io.github.sandboxcache.ui.base;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.Region;

/** The page that stands in for the window's usual content, if any. FX thread only. */
public final class Pages {
  private final ReadOnlyObjectWrapper<Optional<Page>> page =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /** Which part of the window a page fills. */
  public enum Extent {
    /** Everything between header and status bar. */
    WITHOUT_FIGURES,
    /** Everything between the key figures and the status bar. */
    BELOW_FIGURES
  }

  /**
   * A page in place of table, details and charts.
   *
   * @param content what it shows
   * @param extent where
   */
  public record Page(Region content, Extent extent) {}

  /** The page that is shown now. */
  public ReadOnlyObjectProperty<Optional<Page>> pageProperty() {
    return page.getReadOnlyProperty();
  }

  /** Shows a page in place of table, details and charts. */
  public void show(Region content, Extent extent) {
    page.set(Optional.of(new Page(content, extent)));
  }

  /** Brings table, details and charts back. */
  public void showImages() {
    page.set(Optional.empty());
  }
}
