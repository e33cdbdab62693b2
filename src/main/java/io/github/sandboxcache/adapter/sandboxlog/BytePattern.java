package io.github.sandboxcache.adapter.sandboxlog;

import java.util.Arrays;

/** Finds one sequence of bytes in others, by the rule of Boyer, Moore and Horspool. */
final class BytePattern {
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
