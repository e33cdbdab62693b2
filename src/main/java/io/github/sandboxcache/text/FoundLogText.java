package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.usage.FoundLog;
import io.github.sandboxcache.domain.usage.LogOrigin;
import java.util.regex.Pattern;

/** Says what logs were found, and where. */
public final class FoundLogText {
  /** Names that stand for any, between those that tell something. */
  private static final Pattern ANY_FOLDERS = Pattern.compile("/(?:[^/]*\\*[^/]*/)+");

  private FoundLogText() {}

  /** Who wrote a log. */
  public static String origin(LogOrigin origin) {
    return Texts.text("log.origin." + origin.name());
  }

  /** Where it is, short: folders that differ from session to session are left out; harmless. */
  public static String place(FoundLog log) {
    return PlainText.line(ANY_FOLDERS.matcher(log.pattern()).replaceAll("/…/"));
  }

  /** How many events are in it, as a number. */
  public static String count(FoundLog log) {
    return Texts.text(log.whole() ? "number" : "log.found.at-least", log.events());
  }

  /** The same in words. */
  public static String events(FoundLog log) {
    return Texts.text(log.whole() ? "log.found.events" : "log.found.events.at-least", log.events());
  }

  /** That no file had any events. */
  public static String nothing(int filesRead) {
    return Texts.text("log.found.nothing", filesRead);
  }
}
