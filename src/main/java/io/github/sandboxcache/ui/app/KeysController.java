package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Lists the window's keys, named as this system names them. */
public final class KeysController {
  private static final double COLUMN_GAP = 32;
  private static final double ROW_GAP = 6;

  private final Runnable onClose;
  private final UiTexts texts;

  @FXML private HBox columns;

  KeysController(Runnable onClose, UiTexts texts) {
    this.onClose = onClose;
    this.texts = texts;
  }

  /** The dialog. */
  public static Region dialog(Runnable onClose, UiTexts texts) {
    return (Region)
        new FxmlViews(texts)
            .with(KeysController.class, () -> new KeysController(onClose, texts))
            .load(KeysController.class)
            .root();
  }

  @FXML
  void initialize() {
    columns.setSpacing(COLUMN_GAP);
    List<KeyEntry> entries = KeyEntry.all(texts);
    int half = (entries.size() + 1) / 2;
    columns
        .getChildren()
        .setAll(column(entries.subList(0, half)), column(entries.subList(half, entries.size())));
  }

  @FXML
  void close() {
    onClose.run();
  }

  private static Node column(List<KeyEntry> entries) {
    VBox column = new VBox(ROW_GAP);
    entries.forEach(entry -> column.getChildren().add(row(entry)));
    return column;
  }

  private static Node row(KeyEntry entry) {
    FlowPane keys = new FlowPane(4, 4);
    keys.getStyleClass().add("keys");
    entry
        .keys()
        .forEach(
            key -> {
              Label label = new Label(key);
              label.getStyleClass().add("key");
              keys.getChildren().add(label);
            });
    Label does = new Label(entry.does());
    does.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(keys, does);
    row.getStyleClass().add("key-row");
    return row;
  }
}
