package io.github.sandboxcache.adapter.sandboxlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The beginnings of long lines that a container engine cut into several, by stream, until their
 * ends come. Not thread-safe.
 */
final class PartialLines {
  private static final String NEXT = ",";
  private static final String IS = ":";
  private static final int MAX_STREAMS = 4;

  private final Map<String, String> begun = new TreeMap<>();

  /**
   * Goes on where another one stopped.
   *
   * @param text what {@link #toText} gave
   * @throws IllegalArgumentException when the text is another one
   */
  static PartialLines of(String text) {
    PartialLines lines = new PartialLines();
    for (String part : text.isEmpty() ? new String[0] : text.split(NEXT, -1)) {
      String[] words = part.split(IS, -1);
      if (words.length != 2) {
        throw new IllegalArgumentException("not a memory of partial lines: " + part);
      }
      lines.begun.put(text(words[0]), text(words[1]));
    }
    return lines;
  }

  boolean isEmpty() {
    return begun.isEmpty();
  }

  /** Adds a piece to what was kept of that stream, which is kept no longer. */
  String join(String stream, String piece) {
    String before = begun.remove(stream);
    return before == null ? piece : before + piece;
  }

  /**
   * Keeps the beginning of a line of that stream.
   *
   * @return false when it is too much to be kept
   */
  boolean keep(String stream, String beginning) {
    boolean fits = beginning.length() <= LineReader.MAX_LINE_BYTES && begun.size() < MAX_STREAMS;
    if (fits) {
      begun.put(stream, beginning);
    }
    return fits;
  }

  /** All that is kept, without line breaks. */
  String toText() {
    List<String> parts = new ArrayList<>();
    begun.forEach((stream, text) -> parts.add(base64(stream) + IS + base64(text)));
    return String.join(NEXT, parts);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }
}
