package io.github.sandboxcache.adapter.sandboxlog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tells lines that say exactly the same apart from copies of one line. A process writes its lines
 * in the order of time. So equal lines of one writer are several as long as no other time of that
 * writer stands between them; once one did, the same line again is a copy, for instance of a log
 * appended to itself. What it says of a line depends on the lines before it in its file alone, so
 * that everybody who reads the file says the same. Not thread-safe.
 */
final class Repeats {
  private static final int MAX_WRITERS = 32;
  private static final int MAX_LINES = 256;
  private static final String NEXT = " ";

  /** By writer, the one heard last at the end. */
  private final Map<Long, Moment> moments = new LinkedHashMap<>();

  /** One writer's newest millisecond and how often each line was seen in it. */
  private record Moment(long time, Map<Long, Integer> seen) {}

  /** Nothing was read yet. */
  Repeats() {}

  /**
   * Goes on where another one stopped.
   *
   * @param text what {@link #toText} gave
   * @throws IllegalArgumentException when the text is another one
   */
  static Repeats of(String text) {
    Repeats repeats = new Repeats();
    for (String part : text.isEmpty() ? new String[0] : text.split(NEXT, -1)) {
      List<String> words = List.of(part.split("[@=,]", -1));
      if (words.size() % 2 != 0) {
        throw new IllegalArgumentException("not a memory of repeats: " + part);
      }
      Map<Long, Integer> seen = new LinkedHashMap<>();
      for (int i = 2; i < words.size(); i += 2) {
        seen.put(number(words.get(i)), Integer.valueOf(words.get(i + 1)));
      }
      repeats.moments.put(number(words.get(0)), new Moment(number(words.get(1)), seen));
    }
    return repeats;
  }

  private static long number(String hex) {
    return Long.parseUnsignedLong(hex, 16);
  }

  /** The identity of the next line. */
  long identityOf(LogEntry entry) {
    long writer = entry.writer().id();
    long time = entry.time().toEpochMilli();
    Moment before = moments.remove(writer);
    Moment moment =
        before != null && before.time() == time ? before : new Moment(time, new LinkedHashMap<>());
    moments.put(writer, moment);
    if (moments.size() > MAX_WRITERS) {
      moments.remove(moments.keySet().iterator().next());
    }
    long first = entry.identity(0);
    int ordinal = moment.seen().getOrDefault(first, 0);
    if (ordinal > 0 || moment.seen().size() < MAX_LINES) {
      moment.seen().put(first, ordinal + 1);
    }
    return ordinal == 0 ? first : entry.identity(ordinal);
  }

  /** All that is remembered, without line breaks. */
  String toText() {
    List<String> parts = new ArrayList<>();
    moments.forEach(
        (writer, moment) ->
            parts.add(
                moment.seen().entrySet().stream()
                    .map(e -> "," + Long.toHexString(e.getKey()) + "=" + e.getValue())
                    .collect(
                        Collectors.joining(
                            "",
                            Long.toHexString(writer) + "@" + Long.toHexString(moment.time()),
                            ""))));
    return String.join(NEXT, parts);
  }
}
