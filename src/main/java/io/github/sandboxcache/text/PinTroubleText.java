package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.pins.PinTrouble;

/** Why pins cannot be read or changed, in words. Untrusted parts are made harmless. */
public final class PinTroubleText {
  private PinTroubleText() {}

  /** What happened: {@code The pins cannot be read: …}. */
  public static String what(PinTrouble trouble) {
    return Texts.text(
        "pins.trouble." + trouble.kind().name(),
        PlainText.line(trouble.place()),
        PlainText.line(trouble.detail()));
  }

  /** What to do about it. */
  public static String advice(PinTrouble trouble) {
    return Texts.text("pins.advice." + trouble.kind().name(), PlainText.line(trouble.place()));
  }

  /** What it means for a removal: {@code Any image may be pinned, so nothing is removed.} */
  public static String nothingRemoved() {
    return Texts.text("pins.nothing-removed");
  }
}
