package io.github.sandboxcache.ui.palette;

import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;

/** Binds the palette to its model. The keyboard stays in the field, whose arrow keys move below. */
public final class PaletteController {
  private static final int LINES = 10;
  private static final double LINE_HEIGHT = 32;

  /** Above and below all lines together. */
  private static final double PADDING = 8;

  private final PaletteModel model;
  private final UiTexts texts;

  @FXML private PaletteField field;
  @FXML private ListView<PaletteItem> list;
  @FXML private Label nothing;

  /** For that model. */
  public PaletteController(PaletteModel model, UiTexts texts) {
    this.model = model;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    list.setCellFactory(_ -> new PaletteCell(texts, this::clicked));
    field.speakFor(list);
    field.textProperty().subscribe((_, words) -> model.type(words));
    // Before the field, which would take the arrow keys for itself.
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    model.viewProperty().subscribe(this::show);
  }

  private void onKey(KeyEvent event) {
    switch (event.getCode()) {
      case UP -> model.move(-1);
      case DOWN -> model.move(1);
      case PAGE_UP -> model.moveTo(model.viewProperty().get().active() - LINES);
      case PAGE_DOWN -> model.moveTo(model.viewProperty().get().active() + LINES);
      case ENTER -> model.take();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void clicked(int line) {
    model.moveTo(line);
    model.take();
  }

  private void show(PaletteView view) {
    if (!list.getItems().equals(view.items())) {
      list.getItems().setAll(view.items());
    }
    list.getSelectionModel().clearAndSelect(view.active());
    list.getFocusModel().focus(view.active());
    list.scrollTo(Math.max(0, view.active() - LINES / 2));
    list.setPrefHeight(PADDING + LINE_HEIGHT * Math.min(LINES, view.items().size()));
    Nodes.show(list, !view.items().isEmpty());
    Nodes.show(nothing, view.items().isEmpty() && !view.typed().isEmpty());
  }
}
