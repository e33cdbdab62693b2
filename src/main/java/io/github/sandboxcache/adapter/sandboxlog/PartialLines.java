package io.github.sandboxcache.adapter.sandboxlog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /**
   * What a container printed, as its engine writes it down: long lines in several pieces.
   *
   * @param stream where it was printed; untrusted
   * @param text what was printed
   * @param isLast whether a line ends with it
   */
  record Piece(String stream, String text, boolean isLast) {
    /** The Container Runtime Interface tells when, whence, and whether partial or full. */
    private static final Pattern CRI =
        Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\S{8,40} (stdout|stderr) ([PF])(?::\\S{0,20})? ");

    private static final int MAX_CRI_LENGTH = 100;
    private static final byte[] JSON_FILE = "{\"log\":".getBytes(StandardCharsets.UTF_8);

    /** Reads a line; empty when it is of neither form. */
    static Optional<Piece> of(byte[] bytes, int from, int to) {
      int jsonEnd = Math.min(to, from + JSON_FILE.length);
      return Arrays.equals(JSON_FILE, 0, JSON_FILE.length, bytes, from, jsonEnd)
          ? ofJsonFile(bytes, from, to)
          : ofCri(bytes, from, to);
    }

    private static Optional<Piece> ofCri(byte[] bytes, int from, int to) {
      if (from == to || !Character.isDigit(bytes[from])) {
        return Optional.empty();
      }
      int length = Math.min(to - from, MAX_CRI_LENGTH);
      Matcher head = CRI.matcher(new String(bytes, from, length, StandardCharsets.ISO_8859_1));
      return head.lookingAt()
          ? Optional.of(
              new Piece(
                  head.group(1), text(bytes, from + head.end(), to), head.group(2).equals("F")))
          : Optional.empty();
    }

    private static String text(byte[] bytes, int from, int to) {
      return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** Docker ends only what is printed to a line's end with a line feed. */
    private static Optional<Piece> ofJsonFile(byte[] bytes, int from, int to) {
      String log = "";
      String stream = "";
      try (JsonParser parser = LogText.JSON.createParser(bytes, from, to - from)) {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          switch (name) {
            case "log" -> log = parser.getValueAsString("");
            case "stream" -> stream = parser.getValueAsString("");
            default -> parser.skipChildren();
          }
        }
        return log.isEmpty() || parser.nextToken() != null
            ? Optional.empty()
            : Optional.of(new Piece(stream, log, log.endsWith("\n")));
      } catch (JsonProcessingException _) {
        return Optional.empty();
      } catch (IOException e) {
        throw new UncheckedIOException("bytes in memory cannot be read", e);
      }
    }
  }
}
