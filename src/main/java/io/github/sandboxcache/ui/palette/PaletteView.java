package io.github.sandboxcache.ui.palette;

import java.util.List;
import java.util.Optional;

/**
 * What the palette shows at one moment.
 *
 * @param typed the words for which this was found
 * @param items what may be meant, the likeliest first
 * @param active index of the one that Enter takes; -1 when there is none
 */
record PaletteView(String typed, List<PaletteItem> items, int active) {
  /** Nothing found yet. */
  static final PaletteView NOTHING = new PaletteView("", List.of(), -1);

  PaletteView {
    items = List.copyOf(items);
  }

  /** The first of what was found is the likeliest. */
  static PaletteView of(String typed, List<PaletteItem> found) {
    return new PaletteView(typed, found, found.isEmpty() ? -1 : 0);
  }

  /** What Enter takes. */
  Optional<PaletteItem> activeItem() {
    return active < 0 ? Optional.empty() : Optional.of(items.get(active));
  }

  /** With another one active; beyond the last comes the first, and the other way round. */
  PaletteView moved(int step) {
    return items.isEmpty()
        ? this
        : new PaletteView(typed, items, Math.floorMod(active + step, items.size()));
  }

  /** With that one active. */
  PaletteView at(int index) {
    return new PaletteView(
        typed, items, Math.clamp(index, Math.min(0, items.size() - 1), items.size() - 1));
  }
}
