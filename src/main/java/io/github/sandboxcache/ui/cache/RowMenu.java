package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.Shortcuts;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.ChosenImageModel.ChosenImage;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.ContextMenuEvent;

/** The menu of an image's row, by mouse and by the keyboard's menu key. FX thread only. */
final class RowMenu {
  private final TreeTableView<TableRow> table;
  private final ChosenImageModel model;
  private final UiTexts texts;
  private final MenuItem pin;
  private final MenuItem remove;
  private final MenuItem shell;
  private final MenuItem run;
  private final MenuItem again;
  private final ContextMenu menu;

  private RowMenu(TreeTableView<TableRow> table, ChosenImageModel model, UiTexts texts) {
    this.table = table;
    this.model = model;
    this.texts = texts;
    MenuItem copy = new MenuItem(texts.text("image.copy"));
    pin = new MenuItem();
    remove = new MenuItem(texts.text("image.remove"));
    shell = new MenuItem(texts.text("image.shell"));
    run = new MenuItem(texts.text("image.run"));
    again = new MenuItem(texts.text("image.install-again"));
    shell.setOnAction(_ -> model.openShell());
    run.setOnAction(_ -> model.copyRun());
    again.setOnAction(_ -> model.installAgain());
    copy.setAccelerator(Shortcuts.COPY);
    pin.setAccelerator(Shortcuts.PIN);
    remove.setAccelerator(Shortcuts.REMOVE);
    copy.setOnAction(_ -> model.copyName());
    pin.setOnAction(_ -> model.togglePin());
    remove.setOnAction(_ -> model.remove());
    menu = new ContextMenu(pin, copy, run, shell, again, remove);
    menu.setId("imageMenu");
  }

  static void install(TreeTableView<TableRow> table, ChosenImageModel model, UiTexts texts) {
    RowMenu rows = new RowMenu(table, model, texts);
    table.setOnContextMenuRequested(rows::show);
  }

  private void show(ContextMenuEvent event) {
    ChosenImage chosen = model.chosenProperty().get();
    Optional<TreeTableRow<?>> row = rowOf(event);
    if (chosen.reference().isEmpty() || (!event.isKeyboardTrigger() && row.isEmpty())) {
      return;
    }
    pin.setText(texts.text(chosen.pinned() ? "image.unpin" : "image.pin"));
    pin.setDisable(!chosen.canPin());
    remove.setDisable(!chosen.canRemove());
    shell.setDisable(!chosen.canRun());
    run.setDisable(!chosen.canRun());
    again.setDisable(!chosen.canInstall());
    menu.show(table, event.getScreenX(), event.getScreenY());
    event.consume();
  }

  /** The row beneath the pointer: there is no menu for the head and for what is empty. */
  private static Optional<TreeTableRow<?>> rowOf(ContextMenuEvent event) {
    Node at = event.getPickResult() == null ? null : event.getPickResult().getIntersectedNode();
    for (; at != null; at = at.getParent()) {
      if (at instanceof TreeTableRow<?> row) {
        return row.isEmpty() ? Optional.empty() : Optional.of(row);
      }
    }
    return Optional.empty();
  }
}
