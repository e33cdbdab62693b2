package io.github.sandboxcache.adapter.sandboxlog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds where a log names the package cache: as the JSON string {@code "PackageCache"}, in JSON
 * within JSON too, where quotes are escaped; by one of its messages; or spelt as a list of bytes,
 * as the journal does with text that is not plain.
 */
final class Mentions {
  /** The word with which the component and all messages begin. */
  private static final byte[] WORD = bytes("Package");

  private static final char FIRST_SIGN = 'P';
  private static final byte[] COMPONENT = bytes(LogFields.COMPONENT);
  private static final List<byte[]> MESSAGES =
      EntryReader.INSTALLS.stream().map(Mentions::bytes).toList();
  private static final BytePattern NUMBERS = new BytePattern(bytes(numbers()));

  private Mentions() {}

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String numbers() {
    return LogFields.COMPONENT.chars().mapToObj(Integer::toString).collect(Collectors.joining(","));
  }

  /** Whether it is named within these bounds. */
  static boolean areIn(byte[] bytes, int from, int to) {
    int at = LineReader.indexOf(FIRST_SIGN, bytes, from, to);
    while (at >= 0) {
      if (startsWith(WORD, bytes, at, to) && isAt(bytes, from, at, to)) {
        return true;
      }
      at = LineReader.indexOf(FIRST_SIGN, bytes, at + 1, to);
    }
    return isOfJournal(bytes, from, to) && NUMBERS.indexIn(bytes, from, to) >= 0;
  }

  /** The names of the journal's fields begin with a capital letter or an underscore. */
  private static boolean isOfJournal(byte[] bytes, int from, int to) {
    return to - from > 2
        && bytes[from] == '{'
        && bytes[from + 1] == '"'
        && (bytes[from + 2] == '_' || Character.isUpperCase(bytes[from + 2]));
  }

  private static boolean isAt(byte[] bytes, int from, int at, int to) {
    boolean isComponent =
        at > from
            && bytes[at - 1] == '"'
            && startsWith(COMPONENT, bytes, at, to - 1)
            && isEndOfString(bytes[at + COMPONENT.length]);
    return isComponent || MESSAGES.stream().anyMatch(text -> startsWith(text, bytes, at, to));
  }

  private static boolean isEndOfString(byte b) {
    return b == '"' || b == '\\';
  }

  private static boolean startsWith(byte[] text, byte[] bytes, int at, int to) {
    int end = at + text.length;
    return end <= to && Arrays.equals(text, 0, text.length, bytes, at, end);
  }

  /** Finds one sequence of bytes in others, by the rule of Boyer, Moore and Horspool. */
  static final class BytePattern {
    private final byte[] pattern;
    private final int[] shifts = new int[1 << Byte.SIZE];

    /** A search for those bytes, of which there is at least one. */
    BytePattern(byte[] pattern) {
      this.pattern = pattern.clone();
      Arrays.fill(shifts, pattern.length);
      for (int i = 0; i < pattern.length - 1; i++) {
        shifts[pattern[i] & 0xff] = pattern.length - 1 - i;
      }
    }

    /** Where it first begins within these bounds; -1 when nowhere. */
    int indexIn(byte[] bytes, int from, int to) {
      int last = pattern.length - 1;
      byte end = pattern[last];
      for (int i = from + last; i < to; i += shifts[bytes[i] & 0xff]) {
        int start = i - last;
        if (bytes[i] == end && Arrays.equals(bytes, start, i, pattern, 0, last)) {
          return start;
        }
      }
      return -1;
    }
  }
}
