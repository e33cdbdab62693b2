package io.github.sandboxcache.ui.base;

import java.util.List;
import javafx.scene.Node;

/** Style classes that change with what is shown. FX thread only. */
public final class StyleClasses {
  private StyleClasses() {}

  /**
   * Gives the node those and no others. The toolkit works out a node's looks, and those of all that
   * is in it, whenever its list of classes is touched; so it is left alone when they are the same.
   */
  public static void set(Node node, String... classes) {
    List<String> wanted = List.of(classes);
    if (!node.getStyleClass().equals(wanted)) {
      node.getStyleClass().setAll(wanted);
    }
  }
}
