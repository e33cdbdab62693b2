package io.github.sandboxcache.sandboxlog;

import io.github.sandboxcache.usage.LogCheckpoint;
import java.util.List;

/**
 * What a reader must remember to go on exactly where it stopped.
 *
 * @param mark what stands before that place
 * @param insideLongLine whether the place is within a line that is too long
 * @param repeats what {@link Repeats} remembers
 * @param partials what {@link PartialLines} remembers
 * @param unpacked bytes of the text of a packed file that are done with; 0 for any other file
 */
record LogMemory(
    LogMark mark, boolean insideLongLine, String repeats, String partials, long unpacked) {
  private static final String FORM = "2";
  private static final String SEPARATOR = ";";
  private static final int PARTS = 7;

  /** Lacks the last two parts, which say nothing for nearly every file. */
  private static final String FIRST_FORM = "1";

  private static final int PARTS_OF_FIRST_FORM = 5;

  /** Nothing was read yet. */
  static final LogMemory NONE = new LogMemory(LogMark.NONE, false, "", "", 0);

  /** What a checkpoint remembers; nothing, which fits no file, when its words are not ours. */
  static LogMemory of(LogCheckpoint checkpoint) {
    List<String> parts = List.of(checkpoint.memory().split(SEPARATOR, -1));
    boolean first = parts.getFirst().equals(FIRST_FORM) && parts.size() == PARTS_OF_FIRST_FORM;
    if (first || (parts.getFirst().equals(FORM) && parts.size() == PARTS)) {
      try {
        String partials = first ? "" : parts.get(5);
        Repeats _ = Repeats.of(parts.get(4));
        PartialLines _ = PartialLines.of(partials);
        return new LogMemory(
            new LogMark(checkpoint.offset(), parts.get(1), parts.get(2)),
            Boolean.parseBoolean(parts.get(3)),
            parts.get(4),
            partials,
            first ? 0 : Long.parseLong(parts.get(6)));
      } catch (IllegalArgumentException _) {
        // Read again from the beginning: that counts nothing twice.
      }
    }
    return new LogMemory(new LogMark(checkpoint.offset(), "", ""), false, "", "", 0);
  }

  String toText() {
    return String.join(
        SEPARATOR,
        FORM,
        mark.head(),
        mark.tail(),
        Boolean.toString(insideLongLine),
        repeats,
        partials,
        Long.toString(unpacked));
  }
}
