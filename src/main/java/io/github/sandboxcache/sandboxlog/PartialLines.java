package io.github.sandboxcache.sandboxlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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

  private final Map<String, byte[]> begun = new TreeMap<>();

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
      lines.begun.put(
          new String(Base64.getDecoder().decode(words[0]), StandardCharsets.UTF_8),
          Base64.getDecoder().decode(words[1]));
    }
    return lines;
  }

  boolean isEmpty() {
    return begun.isEmpty();
  }

  /** Adds a piece to what was kept of that stream, which is kept no longer. */
  byte[] join(String stream, byte[] piece) {
    byte[] before = begun.remove(stream);
    if (before == null) {
      return piece;
    }
    byte[] whole = Arrays.copyOf(before, before.length + piece.length);
    System.arraycopy(piece, 0, whole, before.length, piece.length);
    return whole;
  }

  /**
   * Keeps the beginning of a line of that stream.
   *
   * @return false when it is too much to be kept
   */
  boolean keep(String stream, byte[] beginning) {
    boolean fits = beginning.length <= LineReader.MAX_LINE_BYTES && begun.size() < MAX_STREAMS;
    if (fits) {
      begun.put(stream, beginning);
    }
    return fits;
  }

  /** All that is kept, without line breaks. */
  String toText() {
    List<String> parts = new ArrayList<>();
    begun.forEach(
        (stream, bytes) ->
            parts.add(base64(stream.getBytes(StandardCharsets.UTF_8)) + IS + base64(bytes)));
    return String.join(NEXT, parts);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
