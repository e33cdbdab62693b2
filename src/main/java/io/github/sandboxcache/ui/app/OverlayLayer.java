package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.base.Overlays;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The layer over the window: dialogs on a scrim, and the message above the status bar. */
final class OverlayLayer extends StackPane implements Overlays {
  private static final double TOAST_ABOVE = 40;
  private static final double DIALOG_MARGIN = 16;

  private final Deque<OpenDialog> dialogs = new ArrayDeque<>();
  private Optional<Region> toast = Optional.empty();

  private record OpenDialog(StackPane scrim, Runnable onClosed, Optional<Node> focusBefore) {}

  OverlayLayer() {
    setPickOnBounds(false);
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    sceneProperty().addListener((_, _, scene) -> watchFocus(scene));
  }

  @Override
  public void showDialog(Region dialog, Runnable onClosed) {
    StackPane scrim = new StackPane(dialog);
    scrim.getStyleClass().add("scrim");
    scrim.setPadding(new Insets(DIALOG_MARGIN));
    dialog.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    Optional<Node> focused = Optional.ofNullable(getScene()).map(Scene::getFocusOwner);
    dialogs.push(new OpenDialog(scrim, onClosed, focused));
    getChildren().add(scrim);
    focusFirst(dialog);
  }

  @Override
  public void closeDialog() {
    if (dialogs.isEmpty()) {
      return;
    }
    OpenDialog closed = dialogs.pop();
    getChildren().remove(closed.scrim());
    closed.focusBefore().ifPresent(Node::requestFocus);
    closed.onClosed().run();
  }

  @Override
  public boolean isDialogOpen() {
    return !dialogs.isEmpty();
  }

  @Override
  public boolean isWindowInFront() {
    return Optional.ofNullable(getScene())
        .map(Scene::getWindow)
        .filter(Window::isFocused)
        .isPresent();
  }

  @Override
  public void showToast(Region message) {
    toast.ifPresent(getChildren()::remove);
    toast = Optional.of(message);
    message.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    setAlignment(message, Pos.BOTTOM_CENTER);
    setMargin(message, new Insets(0, 0, TOAST_ABOVE, 0));
    getChildren().addFirst(message);
  }

  @Override
  public void hideToast(Region message) {
    if (toast.filter(message::equals).isPresent()) {
      getChildren().remove(message);
      toast = Optional.empty();
    }
  }

  /** Focus that leaves the dialog on top, as by Tab at its end, comes back to its start. */
  private void watchFocus(@Nullable Scene scene) {
    if (scene == null) {
      return;
    }
    scene
        .focusOwnerProperty()
        .addListener(
            (_, _, owner) -> {
              OpenDialog top = dialogs.peek();
              if (owner != null && top != null && !isIn(owner, top.scrim())) {
                focusFirst(top.scrim());
              }
            });
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && isDialogOpen()) {
      closeDialog();
      event.consume();
    }
  }

  private static boolean focusFirst(Node node) {
    if (node.isFocusTraversable() && !node.isDisabled() && node.isVisible()) {
      node.requestFocus();
      return true;
    }
    return node instanceof Parent parent
        && parent.getChildrenUnmodifiable().stream().anyMatch(OverlayLayer::focusFirst);
  }

  private static boolean isIn(Node node, Node ancestor) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(ancestor)) {
        return true;
      }
    }
    return false;
  }
}
