package io.github.sandboxcache.ui.base;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Shows where the keyboard is whenever keys have put it there. The toolkit shows it after Tab only:
 * a key that leads to another area, or opens or closes a dialog, focuses by program, and that
 * leaves no ring. What a mouse focused shows none, as before. FX thread only.
 */
public final class KeyboardFocus {
  private static final PseudoClass VISIBLE = PseudoClass.getPseudoClass("focus-visible");

  private boolean byKeys;
  private boolean windowActive;
  private Optional<Node> shown = Optional.empty();

  private KeyboardFocus() {}

  /** Does so in that scene for good. */
  public static void showIn(Scene scene) {
    KeyboardFocus focus = new KeyboardFocus();
    scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> focus.usedKey(scene, event));
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> focus.usedMouse());
    scene
        .focusOwnerProperty()
        .addListener((_, _, owner) -> focus.moved(Optional.ofNullable(owner)));
    scene
        .windowProperty()
        .flatMap(Window::focusedProperty)
        .orElse(false)
        .subscribe(focus::windowActive);
  }

  /**
   * Whether the keyboard is in that area. The toolkit's own {@code focusWithin} is true for any
   * list of which a row would have the keyboard if the list had it.
   */
  public static boolean isIn(Node area) {
    for (Node at = owner(area); at != null; at = at.getParent()) {
      if (at.equals(area)) {
        return true;
      }
    }
    return false;
  }

  /** Puts the keyboard on the first in that area that takes it; says whether there was one. */
  public static boolean enter(Node area) {
    Optional<Node> first = first(area);
    first.ifPresent(Node::requestFocus);
    return first.isPresent();
  }

  /** Whether something in that area takes the keyboard. */
  public static boolean canEnter(Node area) {
    return first(area).isPresent();
  }

  /** Whether that node is to be seen and can be used. */
  static boolean isUsable(Node node) {
    boolean visible = true;
    for (Node at = node; at != null; at = at.getParent()) {
      visible &= at.isVisible();
    }
    return visible && node.getScene() != null && !node.isDisabled();
  }

  private static Optional<Node> first(Node node) {
    return isUsable(node) ? firstWithin(node) : Optional.empty();
  }

  private static Optional<Node> firstWithin(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return Optional.empty();
    }
    if (node.isFocusTraversable()) {
      return Optional.of(node);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .flatMap(child -> firstWithin(child).stream())
            .findFirst()
        : Optional.empty();
  }

  private static @Nullable Node owner(Node area) {
    return area.getScene() == null ? null : area.getScene().getFocusOwner();
  }

  /** Whoever moves on by keys from where the mouse was sees where that is. */
  private void usedKey(Scene scene, KeyEvent event) {
    byKeys = true;
    if (event.getCode().isNavigationKey()) {
      moved(Optional.ofNullable(scene.getFocusOwner()));
    }
  }

  private void usedMouse() {
    byKeys = false;
    moved(Optional.empty());
  }

  private void moved(Optional<Node> owner) {
    shown.ifPresent(node -> mark(node, false));
    shown = owner.filter(_ -> byKeys);
    shown.ifPresent(node -> mark(node, windowActive));
  }

  /** A window without the keyboard shows no ring, as the toolkit does. */
  private void windowActive(boolean active) {
    windowActive = active;
    shown.ifPresent(node -> mark(node, active));
  }

  private static void mark(Node node, boolean on) {
    node.pseudoClassStateChanged(VISIBLE, on || node.isFocusVisible());
  }
}
