package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.engine.EngineAddress;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineAttempt.Failure;
import io.github.sandboxcache.domain.engine.EngineAttempt.Source;

/** Where an engine was looked for and what was found there instead, in words. */
public final class AttemptText {
  private AttemptText() {}

  private static String special(EngineAttempt attempt) {
    if (isBehindSsh(attempt)) {
      return "SSH";
    }
    if (attempt.failure() == Failure.NOT_USABLE && attempt.place().contains("://")) {
      // A context's own text is about its file, not about the address that it names.
      return "text";
    }
    return attempt.failure() == Failure.NOT_SUPPORTED
            && EngineAddress.parse(attempt.place())
                instanceof EngineAddress.Unusable(EngineAddress.Problem problem)
        ? problem.name()
        : attempt.source().name();
  }

  /** What failed there may have failed on the way. */
  private static boolean isBehindSsh(EngineAttempt attempt) {
    return attempt.failure() != Failure.NOT_SUPPORTED && attempt.place().startsWith("ssh://");
  }

  /** Docker Desktop, when it is paused, says so itself. */
  private static boolean saysWhy(EngineAttempt attempt) {
    return attempt.failure() == Failure.NOT_USABLE
        && attempt.place().contains("://")
        && !isBehindSsh(attempt)
        && !attempt.detail().isBlank();
  }

  /** Which rule led to the place: {@code Docker Desktop}, {@code environment}. */
  public static String source(Source source) {
    return Texts.text("engine.source." + source.name());
  }

  /** The failure in two words, for a badge: {@code Not running}. */
  public static String badge(Failure failure) {
    return Texts.text("engine.failure." + failure.name() + ".badge");
  }

  /** What was found, why, and, where something can be done about it, what to do. */
  public static String explanation(EngineAttempt attempt) {
    if (saysWhy(attempt)) {
      return Texts.text(
          "engine.failure.words",
          Texts.text("engine.failure.NOT_USABLE.words"),
          PlainText.line(attempt.detail()));
    }
    String key = "engine.failure." + attempt.failure().name();
    String special = key + "." + special(attempt);
    String text =
        Texts.bundle().containsKey(special) ? Texts.text(special) : Texts.text(key + ".text");
    return attempt.detail().isBlank()
        ? text
        : Texts.text("engine.failure.words", text, PlainText.line(attempt.detail()));
  }
}
