package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.pins.PinTrouble;
import io.github.sandboxcache.text.PinTroubleText;
import io.github.sandboxcache.text.Texts;

/** Says that the pins cannot be read or changed: what happened, what it means, what to do. */
final class PinProblem {
  private PinProblem() {}

  /** For a verb that removes. */
  static int nothingRemoved(PinTrouble trouble, Output output) {
    return say(trouble, PinTroubleText.nothingRemoved(), output);
  }

  /** For a verb that pins or unpins. */
  static int nothingChanged(PinTrouble trouble, Output output) {
    return say(trouble, Texts.text("cli.pins.unchanged"), output);
  }

  /** For a verb that only shows. */
  static int notShown(PinTrouble trouble, Output output) {
    return say(trouble, Texts.text("cli.pins.not-shown"), output);
  }

  private static int say(PinTrouble trouble, String meaning, Output output) {
    output.problem(PinTroubleText.what(trouble));
    output.detail(meaning);
    output.detail(PinTroubleText.advice(trouble));
    return ExitCode.FAILED;
  }
}
