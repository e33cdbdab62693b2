package io.github.sandboxcache.text;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Why something failed, in foreign words made harmless. */
public final class FailureText {
  private static final int MAX_BRIEF = 64;
  private static final int MAX_LINES = 8;

  /** What clients of the engine write before the engine's own words. */
  private static final Pattern CLIENT =
      Pattern.compile(".{0,200}?\\(HTTP code \\d{3}\\) [^\\n]{0,60}? - ", Pattern.DOTALL);

  private FailureText() {}

  /**
   * What matters most of it, on one line of at most {@value #MAX_BRIEF} characters: {@code invalid
   * tag format} of {@code Failed to commit container: (HTTP code 500) server error - invalid tag
   * format}. Empty when it says nothing.
   */
  public static Optional<String> brief(String untrusted) {
    return CLIENT
        .matcher(untrusted)
        .replaceFirst("")
        .lines()
        .map(PlainText::outputLine)
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .map(FailureText::cut);
  }

  /** All of it, on {@value #MAX_LINES} lines at most. */
  public static String full(String untrusted) {
    return untrusted
        .lines()
        .map(PlainText::outputLine)
        .filter(line -> !line.isBlank())
        .limit(MAX_LINES)
        .collect(Collectors.joining("\n"));
  }

  private static String cut(String line) {
    if (line.codePointCount(0, line.length()) <= MAX_BRIEF) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, MAX_BRIEF - 1)).stripTrailing() + "\u2026";
  }
}
