package io.github.sandboxcache.sandboxlog;

import io.github.sandboxcache.usage.LogCheckpoint;
import java.util.List;

/**
 * What a reader must remember to go on exactly where it stopped.
 *
 * @param mark what stands before that place
 * @param insideLongLine whether the place is within a line that is too long
 * @param repeats what {@link Repeats} remembers
 */
record LogMemory(LogMark mark, boolean insideLongLine, String repeats) {
  private static final String FORM = "1";
  private static final String SEPARATOR = ";";
  private static final int PARTS = 5;

  /** Nothing was read yet. */
  static final LogMemory NONE = new LogMemory(LogMark.NONE, false, "");

  /** What a checkpoint remembers; nothing, which fits no file, when its words are not ours. */
  static LogMemory of(LogCheckpoint checkpoint) {
    List<String> parts = List.of(checkpoint.memory().split(SEPARATOR, -1));
    if (parts.size() != PARTS
        || !parts.getFirst().equals(FORM)
        || !Repeats.isLegible(parts.get(4))) {
      return new LogMemory(new LogMark(checkpoint.offset(), "", ""), false, "");
    }
    return new LogMemory(
        new LogMark(checkpoint.offset(), parts.get(1), parts.get(2)),
        Boolean.parseBoolean(parts.get(3)),
        parts.get(4));
  }

  String toText() {
    return String.join(
        SEPARATOR, FORM, mark.head(), mark.tail(), Boolean.toString(insideLongLine), repeats);
  }
}
