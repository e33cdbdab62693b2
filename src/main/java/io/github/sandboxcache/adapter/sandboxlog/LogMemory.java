package io.github.sandboxcache.adapter.sandboxlog;

import io.github.sandboxcache.domain.usage.LogCheckpoint;
import io.github.sandboxcache.domain.usage.SkipCounts;
import io.github.sandboxcache.domain.usage.SkipReason;
import java.util.List;
import java.util.Map;

/**
 * What a reader must remember to go on exactly where it stopped.
 *
 * @param mark what stands before that place
 * @param insideLongLine whether the place is within a line that is too long
 * @param repeats what {@link Repeats} remembers
 * @param partials what {@link PartialLines} remembers
 * @param unpacked bytes of the text of a packed file that are done with; 0 for any other file
 * @param skipped how many lines were skipped for which reason; in memories of earlier versions
 *     these are missing
 */
record LogMemory(
    LogMark mark,
    boolean insideLongLine,
    String repeats,
    String partials,
    long unpacked,
    Map<SkipReason, Long> skipped) {
  private static final String SEPARATOR = ";";

  /** How many parts each form has, by its number; a later one only has more at its end. */
  private static final Map<String, Integer> PARTS = Map.of("1", 5, "2", 7, "3", 8);

  private static final String FORM = "3";

  /** Nothing was read yet. */
  static final LogMemory NONE = new LogMemory(LogMark.NONE, false, "", "", 0, Map.of());

  /** What a checkpoint remembers; nothing, which fits no file, when its words are not ours. */
  static LogMemory of(LogCheckpoint checkpoint) {
    List<String> parts = List.of(checkpoint.memory().split(SEPARATOR, -1));
    if (PARTS.getOrDefault(parts.getFirst(), -1) == parts.size()) {
      try {
        boolean hasPartials = parts.size() > 5;
        String partials = hasPartials ? parts.get(5) : "";
        Repeats _ = Repeats.of(parts.get(4));
        PartialLines _ = PartialLines.of(partials);
        return new LogMemory(
            new LogMark(checkpoint.offset(), parts.get(1), parts.get(2)),
            Boolean.parseBoolean(parts.get(3)),
            parts.get(4),
            partials,
            hasPartials ? Long.parseLong(parts.get(6)) : 0,
            parts.size() > 7 ? SkipCounts.of(parts.get(7)) : Map.of());
      } catch (IllegalArgumentException _) {
        // Read again from the beginning: that counts nothing twice.
      }
    }
    return new LogMemory(new LogMark(checkpoint.offset(), "", ""), false, "", "", 0, Map.of());
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
        Long.toString(unpacked),
        SkipCounts.toText(skipped));
  }
}
