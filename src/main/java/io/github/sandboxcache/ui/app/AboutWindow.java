package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.ui.base.EngineStatus;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;

/** Tells the dialog about the app how things are in this window. */
final class AboutWindow implements AboutActions {
  private final WindowContext window;

  AboutWindow(WindowContext window) {
    this.window = window;
  }

  Region dialog(UiTexts texts) {
    AboutModel model =
        new AboutModel(
            window.services().facts(),
            engine(window.engine().statusProperty().get()),
            window.cache().view(),
            window.settings().settingsProperty().get());
    return AboutController.dialog(model, this, texts);
  }

  private static Optional<EngineDescription> engine(EngineStatus status) {
    return switch (status) {
      case EngineStatus.Ready(EngineDescription engine) -> Optional.of(engine);
      case EngineStatus.Lost(EngineDescription engine) -> Optional.of(engine);
      case EngineStatus.Connecting _, EngineStatus.None _ -> Optional.empty();
    };
  }

  @Override
  public void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  @Override
  public void close() {
    window.shell().overlays().closeDialog();
  }
}
