package io.github.sandboxcache.adapter.sandboxlog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a container printed, as its engine writes it down: long lines in several pieces.
 *
 * @param stream where it was printed; untrusted
 * @param text what was printed
 * @param isLast whether a line ends with it
 */
record LinePiece(String stream, String text, boolean isLast) {
  /** The Container Runtime Interface tells when, whence, and whether partial or full. */
  private static final Pattern CRI =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\S{8,40} (stdout|stderr) ([PF])(?::\\S{0,20})? ");

  private static final int MAX_CRI_LENGTH = 100;
  private static final byte[] JSON_FILE = "{\"log\":".getBytes(StandardCharsets.UTF_8);

  /** Reads a line; empty when it is of neither form. */
  static Optional<LinePiece> of(byte[] bytes, int from, int to) {
    int jsonEnd = Math.min(to, from + JSON_FILE.length);
    return Arrays.equals(JSON_FILE, 0, JSON_FILE.length, bytes, from, jsonEnd)
        ? ofJsonFile(bytes, from, to)
        : ofCri(bytes, from, to);
  }

  private static Optional<LinePiece> ofCri(byte[] bytes, int from, int to) {
    if (from == to || !Character.isDigit(bytes[from])) {
      return Optional.empty();
    }
    int length = Math.min(to - from, MAX_CRI_LENGTH);
    Matcher head = CRI.matcher(new String(bytes, from, length, StandardCharsets.ISO_8859_1));
    return head.lookingAt()
        ? Optional.of(
            new LinePiece(
                head.group(1), text(bytes, from + head.end(), to), head.group(2).equals("F")))
        : Optional.empty();
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /** Docker ends only what is printed to a line's end with a line feed. */
  private static Optional<LinePiece> ofJsonFile(byte[] bytes, int from, int to) {
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
          : Optional.of(new LinePiece(stream, log, log.endsWith("\n")));
    } catch (JsonProcessingException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot be read", e);
    }
  }
}
