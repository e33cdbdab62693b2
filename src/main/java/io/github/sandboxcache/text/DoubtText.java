package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.catalog.Containers;
import io.github.sandboxcache.domain.pins.PinTrouble;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.Doubt;
import java.util.Collection;
import java.util.stream.Collectors;

/** Why it is not known what a removal could take, in words. Untrusted parts are made harmless. */
public final class DoubtText {
  private DoubtText() {}

  /**
   * All of it, in whole sentences: what is not known, that nothing is removed, and what to do.
   *
   * @param doubts of the plan
   * @param pins as the plan was made with
   * @param containers as the plan was made with
   */
  public static String full(Collection<Doubt> doubts, Pins pins, Containers containers) {
    return doubts.stream()
        .map(doubt -> sentence(doubt, pins, containers))
        .collect(Collectors.joining(" "));
  }

  /** A few words that stand after "not known": {@code number to keep}. */
  public static String brief(Doubt doubt) {
    return Texts.text("doubt." + doubt.name() + ".brief");
  }

  private static String sentence(Doubt doubt, Pins pins, Containers containers) {
    return switch (doubt) {
      case PINS ->
          pins instanceof Pins.Unreadable(PinTrouble trouble)
              ? String.join(
                  " ",
                  PinTroubleText.what(trouble),
                  PinTroubleText.nothingRemoved(),
                  PinTroubleText.advice(trouble))
              : PinTroubleText.nothingRemoved();
      case CONTAINERS ->
          containers instanceof Containers.Unknown(String reason) && !reason.isBlank()
              ? Texts.text("doubt.CONTAINERS.words", PlainText.line(reason))
              : Texts.text("doubt.CONTAINERS.full");
      case NUMBER_TO_KEEP, AGES, USAGE, LAYERS -> Texts.text("doubt." + doubt.name() + ".full");
    };
  }
}
