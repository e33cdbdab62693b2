package io.github.sandboxcache.domain.install;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the last lines of an output that say something, for an error message. Not thread-safe. */
final class OutputTail {
  static final int MAX_LINES = 20;
  static final int MAX_LINE_LENGTH = 500;

  private final Deque<String> lines = new ArrayDeque<>();

  void add(String untrustedLine) {
    // Of a progress line that rewrote itself the last state says how it ended.
    String whole = untrustedLine.stripTrailing();
    String line = whole.substring(whole.lastIndexOf('\r') + 1);
    if (line.isBlank()) {
      return;
    }
    if (lines.size() == MAX_LINES) {
      lines.removeFirst();
    }
    lines.addLast(
        line.length() <= MAX_LINE_LENGTH ? line : line.substring(0, MAX_LINE_LENGTH) + "…");
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
