package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.LayoutModel;
import io.github.sandboxcache.ui.base.Shortcuts;
import io.github.sandboxcache.ui.cache.TableRow.InstallingRow;
import io.github.sandboxcache.ui.cache.TableRow.MoreRow;
import java.util.Optional;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What keys do with the chosen row, or with all images that are chosen together. */
final class ImageKeys {
  private final ImagesModel model;
  private final ChosenImageModel chosen;
  private final SeveralModel several;
  private final LayoutModel layout;

  private ImageKeys(
      ImagesModel model, ChosenImageModel chosen, SeveralModel several, LayoutModel layout) {
    this.model = model;
    this.chosen = chosen;
    this.several = several;
    this.layout = layout;
  }

  static void install(
      TreeTableView<TableRow> table,
      ImagesModel model,
      ChosenImageModel chosen,
      SeveralModel several,
      LayoutModel layout) {
    ImageKeys keys = new ImageKeys(model, chosen, several, layout);
    table.addEventHandler(KeyEvent.KEY_PRESSED, keys::afterTable);
    // Before the table, which would take Space for a choice of the row that is chosen already.
    table.addEventFilter(KeyEvent.KEY_PRESSED, keys::beforeTable);
  }

  private void afterTable(KeyEvent event) {
    Optional<TableRow> row = model.selectedProperty().get();
    if (event.getCode() == KeyCode.ENTER && row.isPresent()) {
      if (row.get() instanceof MoreRow more) {
        model.toggleWhole(more.groupKey());
      } else if (row.get() instanceof InstallingRow) {
        chosen.showTask();
      } else if (row.get().imageName().isPresent()) {
        layout.toggleDetailsWide();
      } else if (row.get().hasDetails()) {
        layout.detailsOpenProperty().set(true);
      }
      event.consume();
    } else if (Shortcuts.COPY.match(event)) {
      does(event, chosen::copyName, several::copyNames);
    }
  }

  private void beforeTable(KeyEvent event) {
    boolean onImage = model.selectedProperty().get().flatMap(TableRow::imageName).isPresent();
    if (!onImage && !several.isChosen()) {
      return;
    }
    if (Shortcuts.PIN.match(event)) {
      does(event, chosen::togglePin, several::pin);
    } else if (Shortcuts.REMOVE.match(event) || Shortcuts.REMOVE_TOO.match(event)) {
      does(event, chosen::remove, several::remove);
    }
  }

  private void does(KeyEvent event, Runnable withOne, Runnable withAll) {
    Runnable action = several.isChosen() ? withAll : withOne;
    action.run();
    event.consume();
  }
}
