package io.github.sandboxcache.ui.base;

import javafx.application.Platform;
import javafx.scene.Node;

/** Puts the keyboard where a dialog wants it first, once it is on screen. */
public final class InitialFocus {
  private InitialFocus() {}

  /**
   * Focuses the target as soon as the root is in a window, after whoever shows it has focused
   * something of its own choice.
   */
  public static void in(Node root, Runnable focusTarget) {
    root.sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                Platform.runLater(
                    () -> {
                      // What a scroll pane shows is in no scene before its skin is made, and what
                      // is in no scene takes no keyboard. The next frame would come too late.
                      root.applyCss();
                      focusTarget.run();
                    });
              }
            });
  }
}
