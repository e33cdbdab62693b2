package io.github.sandboxcache.adapter.sandboxlog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.sandboxcache.domain.usage.SkipReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Finds what the package cache tells in a text that mentions it. The rules, in this order:
 *
 * <ol>
 *   <li>Colours of a terminal are left out where they stand in the way.
 *   <li>A text has JSON objects in it, in any number, and anything between them. Where the text
 *       that is in no whole object mentions the package cache, something is broken and skipped. A
 *       cut object ends the search. At most {@value #MAX_FAILURES} braces are tried in vain. A
 *       quoted text that begins as an object with escaped quotes is a text of its own.
 *   <li>An object that a component of the sandbox wrote speaks for itself: it is not ours when
 *       {@code component} is not {@code PackageCache} or its message none of {@link EntryReader}.
 *       An object in it may have the details.
 *   <li>Another object is what a collector of logs wrapped around a line: the texts and objects
 *       right in it are read by these rules, {@value #MAX_WRAPPINGS} deep at most. JSON-RPC is no
 *       wrapping, for it quotes what programs print. What mentions the package cache and is found
 *       nowhere by this is skipped.
 *   <li>What is left must tell a time from 2000 to a day from now and an image, else it is skipped.
 *       The image is {@code imageName} when that is the reference of a cached image; else it is
 *       computed from {@code language} and {@code packages}. Packages that are no list of strings,
 *       or are more or longer than any real ones, make it nonsense.
 * </ol>
 *
 * <p>Of a key that an object has twice, the last counts, as in JavaScript.
 */
final class LogText {
  /** How many braces of one text are tried in vain as the beginning of JSON. */
  static final int MAX_FAILURES = 32;

  static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private static final int MAX_WRAPPINGS = 4;
  private static final Pattern COLORS = Pattern.compile("\u001b\\[[0-?]*[ -/]*[@-~]");

  private final Instant now;
  private LogLine line = LogLine.NOT_OURS;

  private LogText(Instant now) {
    this.now = now;
  }

  /**
   * Reads the text that stands in those bytes.
   *
   * @param now when it is read; what it tells cannot be much later
   */
  static LogLine read(byte[] bytes, int from, int to, Instant now) {
    LogText text = new LogText(now);
    text.read(bytes, from, to, 0);
    if (text.line.skipped().isPresent()) {
      String colored = new String(bytes, from, to - from, StandardCharsets.UTF_8);
      String plain = withoutColors(colored);
      if (!plain.equals(colored)) {
        byte[] inner = plain.getBytes(StandardCharsets.UTF_8);
        return read(inner, 0, inner.length, now);
      }
    }
    return text.line;
  }

  private static String withoutColors(String text) {
    return COLORS.matcher(text).replaceAll("");
  }

  private void read(byte[] bytes, int from, int to, int wrappings) {
    int done = from;
    int start = nextObject(bytes, from, to);
    int failures = 0;
    while (start >= 0 && failures < MAX_FAILURES) {
      boolean isQuoted = bytes[firstSign(bytes, start + 1, to)] == '\\';
      int quote = isQuoted ? quoteBefore(bytes, done, start) : start;
      int begin = quote < 0 ? start : quote;
      int end = start + 1;
      try (JsonParser parser = JSON.createParser(bytes, begin, to - begin)) {
        LogFields fields =
            parser.nextToken() == JsonToken.VALUE_STRING
                ? LogFields.wrapping(parser.getText())
                : LogFields.read(parser, now);
        end = begin + (int) parser.currentLocation().getByteOffset();
        lookBetween(bytes, done, begin);
        if (!take(fields, wrappings)) {
          lookBetween(bytes, begin, end);
        }
        done = end;
      } catch (JsonEOFException _) {
        // It was fine up to the end: it is cut, and what stands in it is not the line.
        break;
      } catch (JsonProcessingException _) {
        failures++;
      } catch (IOException e) {
        throw new UncheckedIOException("bytes in memory cannot be read", e);
      }
      start = nextObject(bytes, end, to);
    }
    lookBetween(bytes, done, to);
  }

  private void lookBetween(byte[] bytes, int from, int to) {
    if (Mentions.areIn(bytes, from, to)) {
      line = line.and(LogLine.skipped(SkipReason.BROKEN));
    }
  }

  /** Takes what is told there; says no when that is no place where anything is told. */
  private boolean take(LogFields fields, int wrappings) {
    if (fields.isRpc()) {
      return true;
    }
    if (fields.hasComponent()) {
      line = line.and(EntryReader.read(fields));
      return true;
    }
    if (wrappings >= MAX_WRAPPINGS || !fields.isWrapping()) {
      return false;
    }
    for (String text : fields.wrapped()) {
      byte[] bytes = withoutColors(text).getBytes(StandardCharsets.UTF_8);
      read(bytes, 0, bytes.length, wrappings + 1);
    }
    for (LogFields child : fields.children()) {
      boolean _ = take(child, wrappings + 1);
    }
    return true;
  }

  /** Where a brace stands that a field's name or the object's end follows; -1 when nowhere. */
  private static int nextObject(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '{') {
        int next = firstSign(bytes, i + 1, to);
        if (next < to && (bytes[next] == '"' || bytes[next] == '}' || bytes[next] == '\\')) {
          return i;
        }
      }
    }
    return -1;
  }

  private static int firstSign(byte[] bytes, int from, int to) {
    int next = from;
    while (next < to && isBlank(bytes[next])) {
      next++;
    }
    return next;
  }

  /** The quote from which a text reaches to that place; -1 when there is none. */
  private static int quoteBefore(byte[] bytes, int from, int place) {
    int quote = place - 1;
    while (quote >= from && (bytes[quote] != '"' || (quote > from && bytes[quote - 1] == '\\'))) {
      quote--;
    }
    return quote < from ? -1 : quote;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
  }
}
