package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.cache.LayerHolders.Holder;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Another image that has a layer: its language, name and packages, and how often it was hit. */
final class HolderCell extends ListCell<Holder> {
  /** A key is never cut off. */
  private static final double NAME_WIDTH = 90;

  private final Region dot = new Region();
  private final Label name = new Label();
  private final Label note = Nodes.growing(new Label());
  private final Label value = new Label();
  private final HBox box = new HBox(8, dot, name, note, value);
  private final HoverTip tooltip = HoverTip.on(this);

  HolderCell() {
    name.getStyleClass().add("mono");
    name.setMinWidth(NAME_WIDTH);
    note.getStyleClass().addAll("small", "text2");
    value.getStyleClass().addAll("small", "text2");
    value.setMinWidth(USE_PREF_SIZE);
    box.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Holder holder, boolean empty) {
    super.updateItem(holder, empty);
    if (empty || holder == null) {
      setGraphic(null);
      setAccessibleText("");
      tooltip.setText("");
      return;
    }
    Nodes.style(dot, "dot", holder.languageClass());
    name.setText(holder.name());
    note.setText(holder.note());
    value.setText(holder.value());
    tooltip.setText(String.join("\n", holder.name(), holder.note(), holder.value()).strip());
    setAccessibleText(String.join(" ", holder.name(), holder.note(), holder.value()));
    setGraphic(box);
  }
}
