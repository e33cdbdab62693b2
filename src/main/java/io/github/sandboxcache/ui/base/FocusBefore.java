package io.github.sandboxcache.ui.base;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Where the keyboard was before something opened, so that it can go back there. FX thread only.
 *
 * @param path what had the keyboard, then what is around it; empty when nothing had
 */
public record FocusBefore(List<Node> path) {
  /** As it is when nothing had the keyboard. */
  public static final FocusBefore NOWHERE = new FocusBefore(List.of());

  /** Copies the list. */
  public FocusBefore {
    path = List.copyOf(path);
  }

  /** Where it is in that scene now; nowhere without a scene. */
  public static FocusBefore in(@Nullable Scene scene) {
    List<Node> path = new ArrayList<>();
    for (Node at = scene == null ? null : scene.getFocusOwner(); at != null; at = at.getParent()) {
      path.add(at);
    }
    return new FocusBefore(path);
  }

  /** Brings the keyboard back; near to where it was if that place takes it no more. */
  public void giveBack() {
    if (!path.isEmpty() && KeyboardFocus.isUsable(path.getFirst())) {
      path.getFirst().requestFocus();
    } else {
      boolean _ = path.stream().anyMatch(KeyboardFocus::enter);
    }
  }
}
