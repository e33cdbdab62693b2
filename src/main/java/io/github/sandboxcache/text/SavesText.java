package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.usage.FailedSaves;
import java.time.Instant;
import java.util.Optional;

/** What became of installs that the sandbox could not save, in words. */
public final class SavesText {
  private SavesText() {}

  /** How many of the last 7 days were not saved, and why the newest was not. */
  public static String inWeek(FailedSaves saves) {
    if (saves.count() == 0) {
      return Texts.text("saves.week.unexplained", saves.unexplainedCount());
    }
    return withUnexplained(Texts.text("saves.week", saves.count(), why(saves)), saves);
  }

  /** The same of any span, with the time of the newest. */
  public static String last(FailedSaves saves, Instant now) {
    String ago = RelativeTime.ago(saves.lastAt(), now);
    if (saves.count() == 0) {
      return Texts.text("saves.last.unexplained", saves.unexplainedCount(), ago);
    }
    return withUnexplained(Texts.text("saves.last", saves.count(), ago, why(saves)), saves);
  }

  private static String withUnexplained(String failed, FailedSaves saves) {
    return saves.unexplainedCount() == 0
        ? failed
        : failed + " " + Texts.text("saves.more.unexplained", saves.unexplainedCount());
  }

  /** Whose fault it is, as far as that is known, and what helps. */
  public static String help(FailedSaves saves) {
    if (saves.count() == 0) {
      return Texts.text("saves.help.unexplained");
    }
    return Texts.text(saves.isNameRefused() ? "saves.help.refused" : "saves.help");
  }

  /** Why it failed, behind a colon, or the end of the sentence where nobody told. */
  private static String why(FailedSaves saves) {
    if (saves.isNameRefused()) {
      return Texts.text("saves.refused");
    }
    Optional<String> reason = saves.reason().flatMap(FailureText::brief);
    return reason.map(words -> Texts.text("saves.why", words)).orElse(".");
  }
}
