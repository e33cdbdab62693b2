package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.base.Pages;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.Region;

/** Holds the page that stands in for the usual content. */
final class PageHost implements Pages {
  private final ReadOnlyObjectWrapper<Optional<Page>> page =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  record Page(Region content, Extent extent) {}

  ReadOnlyObjectProperty<Optional<Page>> pageProperty() {
    return page.getReadOnlyProperty();
  }

  @Override
  public void show(Region content, Extent extent) {
    page.set(Optional.of(new Page(content, extent)));
  }

  @Override
  public void showImages() {
    page.set(Optional.empty());
  }
}
