package io.github.sandboxcache.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The command of a layer for people: what the engine wraps around it is taken off, and what is left
 * stands in one harmless line.
 */
public final class LayerCommandText {
  private static final int MAX_LENGTH = 400;
  private static final Pattern NO_LAYER =
      Pattern.compile("/bin/sh -c #\\(nop\\)\\s+(.*)", Pattern.DOTALL);
  private static final Pattern RUN =
      Pattern.compile("(?:RUN )?(?:\\|\\d+ .*?)?/bin/(?:ba)?sh -(?:e?c) (.*)", Pattern.DOTALL);
  private static final Pattern BUILDKIT = Pattern.compile("\\s*# buildkit\\s*$");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private LayerCommandText() {}

  /** The command in one line, shortened if it is very long; empty for none. */
  public static String of(String createdBy) {
    String known =
        createdBy.length() > 4 * MAX_LENGTH ? createdBy.substring(0, 4 * MAX_LENGTH) : createdBy;
    String bare = BUILDKIT.matcher(known).replaceFirst("");
    Matcher noLayer = NO_LAYER.matcher(bare);
    Matcher run = RUN.matcher(bare);
    String command =
        noLayer.matches() ? noLayer.group(1) : run.matches() ? "RUN " + run.group(1) : bare;
    String line = PlainText.line(BLANKS.matcher(command).replaceAll(" ").strip());
    return line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + "…" : line;
  }
}
