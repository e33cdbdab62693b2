package io.github.sandboxcache.ui.connect;

import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.Overlays;
import io.github.sandboxcache.ui.base.UiTexts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/**
 * Takes files that are dropped anywhere on the window, and shows while they are over it that they
 * can be. Not while a dialog is open. FX thread only.
 */
public final class LogDrop {
  private final Overlays overlays;
  private final Consumer<List<Path>> dropped;
  private final StackPane target;

  private LogDrop(Overlays overlays, Consumer<List<Path>> dropped, UiTexts texts) {
    this.overlays = overlays;
    this.dropped = dropped;
    this.target = new StackPane(new Label(texts.text("connect.drop.here"), new Icon("file")));
    target.getStyleClass().add("drop-target");
    target.setMouseTransparent(true);
    target.setVisible(false);
  }

  /**
   * Makes a window take files.
   *
   * @param window its root, in which everything lies in layers
   * @param dropped told what was dropped
   */
  public static void install(
      Pane window, Overlays overlays, Consumer<List<Path>> dropped, UiTexts texts) {
    LogDrop drop = new LogDrop(overlays, dropped, texts);
    window.getChildren().add(drop.target);
    window.addEventFilter(DragEvent.DRAG_OVER, drop::over);
    window.addEventHandler(DragEvent.DRAG_EXITED, _ -> drop.target.setVisible(false));
    window.addEventFilter(DragEvent.DRAG_DROPPED, drop::drop);
  }

  private boolean isWelcome(DragEvent event) {
    return event.getDragboard().hasFiles() && !overlays.isDialogOpen();
  }

  private void over(DragEvent event) {
    if (isWelcome(event)) {
      event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
      target.setVisible(true);
      event.consume();
    }
  }

  private void drop(DragEvent event) {
    target.setVisible(false);
    if (isWelcome(event)) {
      List<Path> files = event.getDragboard().getFiles().stream().map(File::toPath).toList();
      event.setDropCompleted(true);
      event.consume();
      dropped.accept(files);
    }
  }
}
