package io.github.sandboxcache.adapter.mcp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/**
 * Tells of one line, as its bytes arrive, whether it is JSON-RPC: an object with {@code
 * "jsonrpc":"2.0"}, wherever in it that stands, or an array that begins with such an object. Not
 * thread-safe.
 */
final class JsonRpcLine {
  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private static final String VERSION_KEY = "jsonrpc";
  private static final String VERSION = "2.0";
  private static final Set<String> KEYS =
      Set.of(VERSION_KEY, "id", "method", "params", "result", "error");

  private final JsonParser parser;
  private final ByteArrayFeeder feeder;
  private Kind kind = Kind.UNDECIDED;
  private int depth;
  private int messageDepth;
  private boolean hasKeys;
  private boolean hasOtherKeys;
  private boolean versionIsNext;

  /** What a line is. */
  enum Kind {
    /** Not known until more of it is there. */
    UNDECIDED,
    /** A message, or several. */
    JSON_RPC,
    /** Anything else. */
    OTHER
  }

  JsonRpcLine() {
    try {
      parser = JSON.createNonBlockingByteArrayParser();
    } catch (IOException e) {
      throw new UncheckedIOException("a parser of bytes in memory reads nothing", e);
    }
    feeder = (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
  }

  /** Takes more of the line, its end not included. Once decided, it stays so. */
  Kind feed(byte[] bytes, int from, int to) {
    if (kind == Kind.UNDECIDED && from < to) {
      try {
        feeder.feedInput(bytes, from, to);
        JsonToken token = parser.nextToken();
        while (kind == Kind.UNDECIDED && token != JsonToken.NOT_AVAILABLE) {
          kind = after(token);
          token = kind == Kind.UNDECIDED ? parser.nextToken() : token;
        }
      } catch (IOException _) {
        // Not JSON.
        kind = Kind.OTHER;
      }
    }
    return kind;
  }

  private Kind after(JsonToken token) throws IOException {
    switch (token) {
      case START_ARRAY, START_OBJECT -> {
        depth++;
        if (messageDepth == 0 && token == JsonToken.START_OBJECT) {
          messageDepth = depth;
        } else if (versionIsNext || (messageDepth == 0 && depth > 1)) {
          return Kind.OTHER;
        }
      }
      case END_ARRAY, END_OBJECT -> {
        depth--;
        if (depth < messageDepth || depth == 0) {
          return Kind.OTHER;
        }
      }
      case FIELD_NAME -> {
        if (depth == messageDepth) {
          String name = parser.currentName();
          versionIsNext = name.equals(VERSION_KEY);
          hasKeys = true;
          hasOtherKeys |= !KEYS.contains(name);
        }
      }
      default -> {
        if (versionIsNext) {
          boolean isVersion = token == JsonToken.VALUE_STRING && parser.getText().equals(VERSION);
          return isVersion ? Kind.JSON_RPC : Kind.OTHER;
        }
        if (messageDepth == 0) {
          return Kind.OTHER;
        }
      }
    }
    return Kind.UNDECIDED;
  }

  /** Whether all that is known of it so far would fit a message, though not its version yet. */
  boolean looksLikeMessage() {
    return kind == Kind.JSON_RPC || (kind == Kind.UNDECIDED && hasKeys && !hasOtherKeys);
  }
}
