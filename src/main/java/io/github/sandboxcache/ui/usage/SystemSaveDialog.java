package io.github.sandboxcache.ui.usage;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** The system's own dialog, over the app's window. */
public final class SystemSaveDialog implements SaveDialog {
  private final Supplier<Window> owner;

  /** Over that window. */
  public SystemSaveDialog(Supplier<Window> owner) {
    this.owner = owner;
  }

  @Override
  public Optional<Path> ask(String title, String fileName) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(fileName);
    String ending = fileName.substring(fileName.lastIndexOf('.'));
    chooser.getExtensionFilters().add(new ExtensionFilter(ending.substring(1), "*" + ending));
    return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
  }
}
