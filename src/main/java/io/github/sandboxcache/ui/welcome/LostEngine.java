package io.github.sandboxcache.ui.welcome;

import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.Texts;
import io.github.sandboxcache.ui.base.EngineStatus;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * What is said of an engine that went away.
 *
 * @param what which one no longer answers, and why in its own words
 * @param asOf how old that is what the window still shows; empty where it shows nothing
 * @param retrying whether it is being tried just now
 */
record LostEngine(String what, String asOf, boolean retrying) {
  /**
   * Puts it into words; empty while the engine answers.
   *
   * @param now the user's time, by whose clock times are told
   */
  static Optional<LostEngine> of(
      EngineStatus status, CatalogState state, ZonedDateTime now, UiTexts texts) {
    if (!(status instanceof EngineStatus.Lost(EngineDescription engine, String why))) {
      return Optional.empty();
    }
    String name = PlainText.line(engine.product());
    String reason = PlainText.line(why);
    return Optional.of(
        new LostEngine(
            reason.isBlank()
                ? texts.text("lost.what", name)
                : texts.text("lost.what.why", name, reason),
            state.listed().map(at -> texts.text("lost.as-of", time(at, now))).orElse(""),
            state.refreshing()));
  }

  /** The time of day; with its day where that is not today. */
  private static String time(Instant at, ZonedDateTime now) {
    ZonedDateTime then = at.atZone(now.getZone());
    String time = Texts.date("date.time").format(then);
    return then.toLocalDate().equals(now.toLocalDate())
        ? time
        : Texts.date("date.day").format(then) + ", " + time;
  }
}
