package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.base.KeyboardFocus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * The parts of the window between which a key moves the keyboard, in their order. Those that are
 * not there, or in which nothing takes the keyboard, are passed over. FX thread only.
 */
final class FocusAreas {
  private final List<Area> areas = new ArrayList<>();

  private record Area(Supplier<? extends Optional<? extends Node>> place, Consumer<Node> enter) {
    Optional<Node> node() {
      return place.get().<Node>map(node -> node).filter(KeyboardFocus::canEnter);
    }
  }

  /**
   * Adds the next one.
   *
   * @param enter puts the keyboard into it
   */
  FocusAreas with(Node node, Runnable enter) {
    areas.add(new Area(() -> Optional.of(node), _ -> enter.run()));
    return this;
  }

  /** Adds the next one, which is entered at its first control. */
  FocusAreas with(Node node) {
    return with(() -> Optional.of(node));
  }

  /** Adds a place in which something may be, which is entered at its first control. */
  FocusAreas with(Supplier<? extends Optional<? extends Node>> place) {
    areas.add(
        new Area(
            place,
            node -> {
              boolean _ = KeyboardFocus.enter(node);
            }));
    return this;
  }

  /**
   * Moves the keyboard to another area; to the first one when it is in none.
   *
   * @param step 1 for the next, -1 for the one before
   */
  void move(int step) {
    List<Area> there = areas.stream().filter(area -> area.node().isPresent()).toList();
    if (there.isEmpty()) {
      return;
    }
    int now = -1;
    for (int i = 0; i < there.size(); i++) {
      if (there.get(i).node().filter(KeyboardFocus::isIn).isPresent()) {
        now = i;
      }
    }
    Area next = there.get(now < 0 ? 0 : Math.floorMod(now + step, there.size()));
    next.node().ifPresent(next.enter());
  }
}
