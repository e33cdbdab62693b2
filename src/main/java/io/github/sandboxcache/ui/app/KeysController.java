package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.base.Shortcuts;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.List;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Lists the window's keys, named as this system names them. */
public final class KeysController {
  private static final double COLUMN_GAP = 32;
  private static final double ROW_GAP = 6;

  private final UiTexts texts;

  @FXML private HBox columns;

  KeysController(UiTexts texts) {
    this.texts = texts;
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

  /**
   * A line of the list.
   *
   * @param keys names of the keys, each of which does it
   * @param does what they do
   */
  record KeyEntry(List<String> keys, String does) {
    KeyEntry {
      keys = List.copyOf(keys);
    }

    /** All of them, in the order of use. */
    static List<KeyEntry> all(UiTexts texts) {
      return List.of(
          named(texts, "keys.search", Shortcuts.SEARCH),
          named(texts, "keys.palette", Shortcuts.PALETTE),
          named(texts, "keys.refresh", Shortcuts.REFRESH, Shortcuts.REFRESH_TOO),
          named(texts, "keys.install", Shortcuts.INSTALL),
          named(texts, "keys.prune", Shortcuts.PRUNE),
          named(texts, "keys.undo", Shortcuts.UNDO),
          named(texts, "keys.activity", Shortcuts.ACTIVITY),
          named(texts, "keys.usage", Shortcuts.USAGE),
          named(texts, "keys.export", Shortcuts.EXPORT),
          named(texts, "keys.settings", Shortcuts.SETTINGS),
          named(texts, "keys.list", Shortcuts.KEYS, Shortcuts.KEYS_TOO),
          new KeyEntry(List.of("\u2191 \u2193"), texts.text("keys.move")),
          new KeyEntry(List.of("\u2190 \u2192"), texts.text("keys.fold")),
          new KeyEntry(
              List.of(
                  "Shift+\u2191 \u2193",
                  Shortcuts.written(Shortcuts.CHOOSE_TOO),
                  Shortcuts.written(Shortcuts.CHOOSE_ALL)),
              texts.text("keys.several")),
          named(texts, "keys.compare", Shortcuts.COMPARE),
          named(texts, "keys.sort", Shortcuts.SORT),
          named(texts, "keys.details", Shortcuts.DETAILS),
          named(texts, "keys.copy", Shortcuts.COPY),
          named(texts, "keys.shell", Shortcuts.SHELL),
          named(texts, "keys.pin", Shortcuts.PIN),
          named(texts, "keys.remove", Shortcuts.REMOVE, Shortcuts.REMOVE_TOO),
          new KeyEntry(List.of("1", "2", "3", "4"), texts.text("keys.range")),
          named(texts, "keys.areas", Shortcuts.NEXT_AREA, Shortcuts.PREVIOUS_AREA),
          new KeyEntry(List.of("\u2190 \u2192 \u2191 \u2193", "Home"), texts.text("keys.divider")),
          new KeyEntry(List.of("Tab"), texts.text("keys.controls")),
          named(texts, "keys.close", Shortcuts.CLOSE));
    }

    private static KeyEntry named(UiTexts texts, String key, KeyCombination... combinations) {
      return new KeyEntry(
          Stream.of(combinations).map(Shortcuts::written).toList(), texts.text(key));
    }
  }
}
