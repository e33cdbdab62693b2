package io.github.sandboxcache.ui.base;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What is done to nodes all over the window. FX thread only. */
public final class Nodes {
  private Nodes() {}

  /** Shows a node, or takes it out of sight and gives its room to others. */
  public static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /**
   * Gives the node those style classes and no others. The toolkit works out a node's looks, and
   * those of all that is in it, whenever its list of classes is touched; so it is left alone when
   * they are the same.
   */
  public static void style(Node node, String... classes) {
    List<String> wanted = List.of(classes);
    if (!node.getStyleClass().equals(wanted)) {
      node.getStyleClass().setAll(wanted);
    }
  }

  /** Takes all the room that is left in a row. */
  public static Region spring() {
    return growing(new Region());
  }

  /** Has a node of a row take the room that is left there, and give way where there is none. */
  public static <R extends Region> R growing(R node) {
    node.setMinWidth(0);
    node.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(node, Priority.ALWAYS);
    return node;
  }

  /**
   * Focuses the target as soon as the root is in a window, after whoever shows it has focused
   * something of its own choice.
   */
  public static void focusFirst(Node root, Runnable focusTarget) {
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
