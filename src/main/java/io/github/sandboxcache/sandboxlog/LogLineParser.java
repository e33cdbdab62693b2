package io.github.sandboxcache.sandboxlog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Tells what a line of the sandbox server's log is. The rules, in this order:
 *
 * <ol>
 *   <li>A line with a NUL or with bytes that are not UTF-8 is skipped.
 *   <li>A line without {@code "PackageCache"}, quotes included, is not ours: that word as a JSON
 *       string is what every line of the package cache has. JSON within a JSON string has its
 *       quotes escaped and so is no such line.
 *   <li>A line is read as any text, then one JSON object that ends where the line ends, blanks
 *       aside. When none does, the line is broken, or cut, and skipped. The text before may have
 *       braces too; at most {@value #MAX_STARTS} places are tried.
 *   <li>An object whose own {@code component} is not {@code PackageCache} or whose {@code msg} is
 *       none of {@link Messages} is not ours.
 *   <li>What is left must tell a time from 2000 to a day from now and an image, else it is skipped.
 *       The image is {@code imageName} when that is the reference of a cached image; else it is
 *       computed from {@code language} and {@code packages}. Packages that are no list of strings,
 *       or are more or longer than any real ones, make it nonsense.
 * </ol>
 *
 * <p>Of a key that an object has twice, the last counts, as in JavaScript. Objects in objects are
 * passed over; deep ones break the line. Not thread-safe.
 */
final class LogLineParser {
  /** How many braces of one line are tried as the beginning of its JSON. */
  static final int MAX_STARTS = 32;

  private static final int MAX_DEPTH = 64;
  private static final BytePattern OURS =
      new BytePattern("\"PackageCache\"".getBytes(StandardCharsets.UTF_8));
  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private final LegibleText text = new LegibleText();
  private final InstantSource clock;

  /** Tells lines from each other at the time of that clock. */
  LogLineParser(InstantSource clock) {
    this.clock = clock;
  }

  /** Tells what the line is that stands in those bytes, without its end. */
  LogLine parse(byte[] bytes, int from, int to) {
    if (!text.isLegible(bytes, from, to)) {
      return new LogLine.Skipped(LogLine.Reason.NO_TEXT);
    }
    if (OURS.indexIn(bytes, from, to) < 0) {
      return LogLine.NOT_OURS;
    }
    return fields(bytes, from, endOfText(bytes, from, to))
        .map(LogFields::toLine)
        .orElseGet(() -> new LogLine.Skipped(LogLine.Reason.BROKEN));
  }

  /** The object that ends at the end. */
  private Optional<LogFields> fields(byte[] bytes, int from, int to) {
    int start = from;
    for (int tries = 0; tries < MAX_STARTS; tries++) {
      start = nextObject(bytes, start, to);
      if (start < 0) {
        return Optional.empty();
      }
      try (JsonParser parser = JSON.createParser(bytes, start, to - start)) {
        LogFields fields = read(parser);
        int end = start + (int) parser.currentLocation().getByteOffset();
        if (end == to) {
          return Optional.of(fields);
        }
        start = end;
      } catch (JsonEOFException _) {
        // It was fine up to the line's end: it is cut, and what stands in it is not the line.
        return Optional.empty();
      } catch (JsonProcessingException _) {
        start++;
      } catch (IOException e) {
        throw new UncheckedIOException("bytes in memory cannot be read", e);
      }
    }
    return Optional.empty();
  }

  private LogFields read(JsonParser parser) throws IOException {
    LogFields fields = new LogFields(clock.instant());
    parser.nextToken();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      fields.take(name, parser);
    }
    return fields;
  }

  /** Where a brace stands that a field's name or the object's end follows; -1 when nowhere. */
  private static int nextObject(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '{') {
        int next = i + 1;
        while (next < to && isBlank(bytes[next])) {
          next++;
        }
        if (next < to && (bytes[next] == '"' || bytes[next] == '}')) {
          return i;
        }
      }
    }
    return -1;
  }

  private static int endOfText(byte[] bytes, int from, int to) {
    int end = to;
    while (end > from && isBlank(bytes[end - 1])) {
      end--;
    }
    return end;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
  }
}
