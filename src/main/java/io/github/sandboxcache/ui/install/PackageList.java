package io.github.sandboxcache.ui.install;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads package names out of text that somebody typed or pasted: one a line, or separated by spaces
 * or commas, or the lines of a {@code requirements.txt}. Decides nothing about their validity.
 */
final class PackageList {
  private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*$");
  private static final Pattern LINE_JOIN = Pattern.compile("\\\\\\s*$");
  private static final Pattern AROUND_COMPARISON =
      Pattern.compile("\\s*(===|==|~=|!=|<=|>=|<|>)\\s*");
  private static final String COMPARISON_STARTS = "=<>!~";

  private PackageList() {}

  /** The names in their order; an environment marker stays with its name, as one piece. */
  static List<String> parse(String text) {
    List<String> names = new ArrayList<>();
    text.lines().map(PackageList::withoutComment).forEach(line -> split(line, names));
    return names;
  }

  /**
   * Whether a comma typed after this text ends a name; inside brackets it separates extras, as in
   * {@code uvicorn[standard,watch]}.
   */
  static boolean commaEnds(String typed) {
    return typed.indexOf('[') < 0 || typed.indexOf(']') > typed.indexOf('[');
  }

  private static String withoutComment(String line) {
    String code = COMMENT.matcher(line).replaceFirst("");
    code = LINE_JOIN.matcher(code).replaceFirst("");
    return AROUND_COMPARISON.matcher(code).replaceAll("$1").strip();
  }

  private static void split(String line, List<String> names) {
    if (line.indexOf(';') >= 0) {
      names.add(line);
      return;
    }
    StringBuilder name = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '[') {
        depth++;
      } else if (c == ']') {
        depth--;
      }
      boolean separates = Character.isWhitespace(c) || (c == ',' && !continuesVersion(line, i + 1));
      if (depth <= 0 && separates) {
        take(name, names);
      } else {
        name.append(c);
      }
    }
    take(name, names);
  }

  /** In {@code numpy>=1.26,<3} the comma belongs to the version. */
  private static boolean continuesVersion(String line, int next) {
    return next < line.length() && COMPARISON_STARTS.indexOf(line.charAt(next)) >= 0;
  }

  private static void take(StringBuilder name, List<String> names) {
    if (!name.isEmpty()) {
      names.add(name.toString());
      name.setLength(0);
    }
  }
}
