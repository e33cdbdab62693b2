package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.base.SidePanel;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.Region;

/** Holds the panel at the right edge. */
final class SideSlot implements SidePanel {
  private final ReadOnlyObjectWrapper<Optional<Region>> panel =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper showing = new ReadOnlyBooleanWrapper();

  SideSlot() {
    showing.bind(panel.map(Optional::isPresent));
  }

  ReadOnlyObjectProperty<Optional<Region>> panelProperty() {
    return panel.getReadOnlyProperty();
  }

  @Override
  public void show(Region content) {
    panel.set(Optional.of(content));
  }

  @Override
  public void hide() {
    panel.set(Optional.empty());
  }

  @Override
  public ReadOnlyBooleanProperty showingProperty() {
    return showing.getReadOnlyProperty();
  }
}
