package io.github.sandboxcache.ui.palette;

import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A line of the palette: what it is, its keys, or why it cannot be done. */
final class PaletteCell extends ListCell<PaletteItem> {
  private static final PseudoClass BLOCKED = PseudoClass.getPseudoClass("blocked");

  private final UiTexts texts;
  private final Icon icon = new Icon("right", Icon.ROW_SIZE);
  private final Label title = new Label();
  private final Label detail = new Label();
  private final Label keys = new Label();
  private final HBox line = new HBox(8, icon, title, Nodes.growing(detail), keys);

  PaletteCell(UiTexts texts, IntConsumer clicked) {
    this.texts = texts;
    title.getStyleClass().add("palette-title");
    title.setMinWidth(0);
    detail.getStyleClass().addAll("small", "text2");
    keys.getStyleClass().add("key");
    keys.setMinWidth(Region.USE_PREF_SIZE);
    line.setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("palette-cell");
    setOnMouseClicked(
        _ -> {
          if (!isEmpty()) {
            clicked.accept(getIndex());
          }
        });
  }

  @Override
  protected void updateItem(@Nullable PaletteItem item, boolean empty) {
    super.updateItem(item, empty);
    if (item == null || empty) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    icon.setName(
        switch (item.kind()) {
          case COMMAND -> "right";
          case ENGINE -> "plug";
          case IMAGE -> "box";
        });
    title.setText(item.title());
    detail.setText(item.isUsable() ? item.detail() : item.blocked());
    keys.setText(item.keys());
    Nodes.show(keys, !item.keys().isEmpty());
    pseudoClassStateChanged(BLOCKED, !item.isUsable());
    setAccessibleText(
        Stream.of(
                item.title(),
                item.detail(),
                item.keys(),
                item.isUsable() ? "" : texts.text("palette.blocked", item.blocked()))
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining(", ")));
    setGraphic(line);
  }
}
