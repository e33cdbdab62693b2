package io.github.sandboxcache.ui.app;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;

/** Asks by the system's own dialog where to save a file. FX thread only. */
final class SaveDialog {
  private final Node owner;

  /** Dialogs of the window in which that node is. */
  SaveDialog(Node owner) {
    this.owner = owner;
  }

  /**
   * Asks, and waits for the answer.
   *
   * @param fileName the proposed name, with its ending
   * @return where to; empty when the user thinks better of saving
   */
  Optional<Path> ask(String title, String fileName) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(fileName);
    String ending = fileName.substring(fileName.lastIndexOf('.'));
    chooser.getExtensionFilters().add(new ExtensionFilter(ending.substring(1), "*" + ending));
    return Optional.ofNullable(chooser.showSaveDialog(owner.getScene().getWindow()))
        .map(File::toPath);
  }
}
