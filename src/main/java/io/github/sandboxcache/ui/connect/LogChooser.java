package io.github.sandboxcache.ui.connect;

import io.github.sandboxcache.ui.base.Overlays;
import io.github.sandboxcache.ui.base.UiTexts;
import java.io.File;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;

/** Asks for log files by the system's own dialog; none when the user thinks better of it. */
public final class LogChooser implements Supplier<List<Path>> {
  private final Overlays window;
  private final UiTexts texts;

  /** Asks over that window. */
  public LogChooser(Overlays window, UiTexts texts) {
    this.window = window;
    this.texts = texts;
  }

  @Override
  public List<Path> get() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.text("connect.file"));
    return Optional.ofNullable(chooser.showOpenMultipleDialog(window.getScene().getWindow()))
        .stream()
        .flatMap(Collection::stream)
        .map(File::toPath)
        .toList();
  }
}
