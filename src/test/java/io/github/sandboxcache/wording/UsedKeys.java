package io.github.sandboxcache.wording;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which keys the code asks for: those it names, and those it puts together from what it names and
 * one word, as in {@code "settings." + field.name() + ".wrong"}.
 */
final class UsedKeys {
  private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z0-9_.-]+)\"");
  private static final Pattern FXML_KEY = Pattern.compile("\"%([A-Za-z0-9_.-]+)\"");
  private static final Pattern ENDING = Pattern.compile("\\+\\s*\"(\\.[A-Za-z0-9_.-]+)\"");
  private static final Pattern TERNARY_ENDING = Pattern.compile("[?:]\\s*\"(\\.[A-Za-z0-9_.-]+)\"");
  private static final Pattern BEGINNING = Pattern.compile("\"([A-Za-z0-9_.-]+\\.)\"\\s*\\+");
  private static final Pattern NAME_OF_A_CASE = Pattern.compile("\\.[A-Z_]+$");
  private static final Pattern WORD_OF_CODE = Pattern.compile("[A-Za-z0-9_-]+");

  private final Set<String> whole = new HashSet<>();
  private final Set<String> beginnings = new HashSet<>();
  private final Set<String> endings = new HashSet<>();

  private UsedKeys() {}

  /** What the sources say now. */
  static UsedKeys inSources() {
    UsedKeys keys = new UsedKeys();
    for (Path file : SourceFiles.endingWith(".java", SourceFiles.JAVA)) {
      String code = SourceFiles.read(file);
      collect(LITERAL, code, keys.whole);
      collect(BEGINNING, code, keys.beginnings);
      collect(ENDING, code, keys.endings);
      collect(TERNARY_ENDING, code, keys.endings);
    }
    for (Path file : SourceFiles.endingWith(".fxml", SourceFiles.RESOURCES)) {
      collect(FXML_KEY, SourceFiles.read(file), keys.whole);
    }
    return keys;
  }

  boolean contains(String key) {
    return isWhole(key)
        || endings.stream().anyMatch(end -> key.endsWith(end) && isWhole(cut(key, end)))
        || isWhole(NAME_OF_A_CASE.matcher(key).replaceFirst(""));
  }

  /** Any keys that cannot be asked for. */
  List<String> unusedOf(Set<String> keys) {
    return keys.stream().filter(key -> !contains(key)).sorted().toList();
  }

  private boolean isWhole(String key) {
    return whole.contains(key)
        || beginnings.stream()
            .anyMatch(
                begin ->
                    key.startsWith(begin)
                        && WORD_OF_CODE.matcher(key.substring(begin.length())).matches());
  }

  private static String cut(String key, String end) {
    return key.substring(0, key.length() - end.length());
  }

  private static void collect(Pattern pattern, String code, Set<String> found) {
    Matcher matcher = pattern.matcher(code);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
  }
}
