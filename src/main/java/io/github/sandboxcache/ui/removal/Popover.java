package io.github.sandboxcache.ui.removal;

import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Lets a dialog hang beneath the control that opened it, without darkening the window. */
public final class Popover {
  private static final double GAP = 6;
  private static final double EDGE = 7;
  private static final double STATUS_BAR = 28;

  private Popover() {}

  /**
   * The content, laid out over the whole layer; a click beside it closes it.
   *
   * @param anchor the control it opens from, in a scene
   */
  public static Region beneath(Node anchor, Region content, Runnable close) {
    StackPane layer = new StackPane(content);
    layer.getStyleClass().add("popover-layer");
    layer.setPrefSize(anchor.getScene().getWidth(), anchor.getScene().getHeight());
    Bounds bounds = anchor.localToScene(anchor.getBoundsInLocal());
    StackPane.setAlignment(content, Pos.TOP_RIGHT);
    StackPane.setMargin(content, new Insets(bounds.getMaxY() + GAP, EDGE, STATUS_BAR + EDGE, EDGE));
    layer.setOnMousePressed(
        event -> {
          if (layer.equals(event.getTarget())) {
            close.run();
          }
        });
    layer
        .sceneProperty()
        .subscribe(
            _ -> {
              if (layer.getParent() instanceof Region scrim) {
                scrim.getStyleClass().remove("scrim");
                scrim.setPadding(Insets.EMPTY);
              }
            });
    layer.setPickOnBounds(true);
    return layer;
  }
}
