package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.pins.PinOwners;
import java.nio.file.Path;

/** Whose pins count, in words. Names and paths are made harmless. */
public final class PinOwnersText {
  private PinOwnersText() {}

  /** All of it: {@code This runs as root: the pins of root count (/root/…), not those of ada.} */
  public static String full(PinOwners owners) {
    String which = owners.shared() ? "shared" : owners.ignored().isPresent() ? "ignored" : "own";
    return Texts.text(
        "pins.of." + which,
        PlainText.line(owners.user()),
        PlainText.line(owners.other()),
        PlainText.line(owners.counting().toString()),
        PlainText.line(owners.ignored().map(Path::toString).orElse("")));
  }

  /** For a narrow place: {@code Pins of root}. */
  public static String brief(PinOwners owners) {
    return Texts.text(
        "pins.of.brief", PlainText.line(owners.shared() ? owners.other() : owners.user()));
  }
}
