package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.Shortcuts;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.ChosenImageModel.ChosenImage;
import java.util.List;
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
  private final SeveralModel several;
  private final UiTexts texts;
  private final MenuItem pin;
  private final MenuItem copy;
  private final MenuItem compare;
  private final MenuItem remove;
  private final MenuItem shell;
  private final MenuItem run;
  private final MenuItem again;
  private final MenuItem push;
  private final ContextMenu menu;

  private RowMenu(
      TreeTableView<TableRow> table, ChosenImageModel model, SeveralModel several, UiTexts texts) {
    this.table = table;
    this.model = model;
    this.several = several;
    this.texts = texts;
    copy = new MenuItem();
    pin = new MenuItem();
    compare = new MenuItem(texts.text("several.compare"));
    remove = new MenuItem();
    shell = new MenuItem(texts.text("image.shell"));
    run = new MenuItem(texts.text("image.run"));
    again = new MenuItem(texts.text("image.install-again"));
    push = new MenuItem();
    shell.setOnAction(_ -> model.openShell());
    run.setOnAction(_ -> model.copyRun());
    again.setOnAction(_ -> model.installAgain());
    copy.setAccelerator(Shortcuts.COPY);
    pin.setAccelerator(Shortcuts.PIN);
    remove.setAccelerator(Shortcuts.REMOVE);
    compare.setAccelerator(Shortcuts.COMPARE);
    shell.setAccelerator(Shortcuts.SHELL);
    compare.setOnAction(_ -> several.compare());
    menu = new ContextMenu(pin, copy, compare, run, shell, again, push, remove);
    menu.setId("imageMenu");
  }

  static void install(
      TreeTableView<TableRow> table, ChosenImageModel model, SeveralModel several, UiTexts texts) {
    RowMenu rows = new RowMenu(table, model, several, texts);
    table.setOnContextMenuRequested(rows::show);
  }

  private void show(ContextMenuEvent event) {
    if (!event.isKeyboardTrigger() && rowOf(event).isEmpty()) {
      return;
    }
    Optional<SeveralImages> together = several.viewProperty().get().filter(_ -> several.isChosen());
    if (together.isPresent()) {
      offer(together.get());
    } else if (model.chosenProperty().get().reference().isPresent()) {
      offer(model.chosenProperty().get());
    } else {
      return;
    }
    List.of(run, shell, again).forEach(item -> item.setVisible(together.isEmpty()));
    compare.setVisible(together.isPresent());
    menu.show(table, event.getScreenX(), event.getScreenY());
    event.consume();
  }

  private void offer(ChosenImage chosen) {
    copy.setText(texts.text("image.copy"));
    copy.setOnAction(_ -> model.copyName());
    pin.setText(texts.text(chosen.pinned() ? "image.unpin" : "image.pin"));
    pin.setDisable(!chosen.canPin());
    pin.setOnAction(_ -> model.togglePin());
    remove.setText(texts.text("image.remove"));
    remove.setDisable(!chosen.canRemove());
    remove.setOnAction(_ -> model.remove());
    shell.setDisable(!chosen.canRun());
    run.setDisable(!chosen.canRun());
    again.setDisable(!chosen.canInstall());
    push.setText(texts.text("image.push"));
    push.setDisable(!model.canPush());
    push.setOnAction(_ -> model.push());
  }

  private void offer(SeveralImages together) {
    copy.setText(texts.text("several.copy", together.images().size()));
    copy.setOnAction(_ -> several.copyNames());
    pin.setText(together.pinText(texts));
    pin.setDisable(false);
    pin.setOnAction(_ -> several.pin());
    remove.setText(texts.text("several.remove", together.plan().removals().size()));
    remove.setDisable(!several.canRemove());
    remove.setOnAction(_ -> several.remove());
    push.setText(texts.text("several.push", together.images().size()));
    push.setDisable(!several.canPush());
    push.setOnAction(_ -> several.push());
    compare.setDisable(together.images().size() != 2);
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
