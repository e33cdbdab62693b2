package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.cache.LayerHolders.Holder;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Another image that has a layer: its language, name and packages, and how often it was hit. */
final class HolderCell extends PartsCell<Holder> {
  /** A key is never cut off. */
  private static final double NAME_WIDTH = 90;

  private final Region dot = new Region();
  private final Label name = new Label();
  private final Label note = Nodes.growing(new Label());
  private final Label value = new Label();
  private final HBox box = new HBox(8, dot, name, note, value);

  HolderCell() {
    name.getStyleClass().add("mono");
    name.setMinWidth(NAME_WIDTH);
    note.getStyleClass().addAll("small", "text2");
    value.getStyleClass().addAll("small", "text2");
    value.setMinWidth(USE_PREF_SIZE);
    box.setAlignment(Pos.CENTER_LEFT);
  }

  @Override
  Node fill(Holder holder) {
    Nodes.style(dot, "dot", holder.languageClass());
    name.setText(holder.name());
    note.setText(holder.note());
    value.setText(holder.value());
    tell(
        String.join("\n", holder.name(), holder.note(), holder.value()).strip(),
        String.join(" ", holder.name(), holder.note(), holder.value()));
    return box;
  }
}
