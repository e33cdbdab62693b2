package io.github.sandboxcache.ui.palette;

/**
 * Something that the palette offers.
 *
 * @param kind what it is
 * @param title what is done, or what is shown; it is found by its words first
 * @param detail what else tells it apart, and by what else it is found; may be empty
 * @param keys the keys that do the same, as keyboards have them; empty for none
 * @param blocked why it cannot be done now; empty when it can
 * @param action does it; FX thread only
 */
public record PaletteItem(
    Kind kind, String title, String detail, String keys, String blocked, Runnable action) {
  /** What the palette has, in the order in which it comes where nothing else tells. */
  public enum Kind {
    COMMAND,
    ENGINE,
    IMAGE
  }

  /** Whether it can be done now. */
  public boolean isUsable() {
    return blocked.isEmpty();
  }
}
