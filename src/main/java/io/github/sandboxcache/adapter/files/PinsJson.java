package io.github.sandboxcache.adapter.files;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.SandboxReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How pins are written: {@code {"pinned": ["mcp-sandbox-go:0123456789ab"]}}. Read strictly, since a
 * pin that is overlooked costs an image, and token by token, since every {@code ls} reads them.
 */
final class PinsJson {
  private static final String PINNED = "pinned";
  private static final String TOO_SHORT = "the file ends too early";
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private PinsJson() {}

  /** The references; throws when anything of it is not as it should be. */
  static Set<CacheReference> read(byte[] content) throws IOException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    try (JsonParser parser = JSON.createParser(text)) {
      Set<CacheReference> references = null;
      expect(JsonToken.START_OBJECT, parser.nextToken(), parser);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean pinned = parser.currentName().equals(PINNED);
        parser.nextToken();
        if (pinned) {
          references = references(parser);
        } else {
          // Somebody's note, or what a later version keeps here.
          parser.skipChildren();
        }
      }
      expect(JsonToken.END_OBJECT, parser.currentToken(), parser);
      expect(null, parser.nextToken(), parser);
      if (references == null) {
        throw new JsonParseException(parser, "there is no list \"pinned\"");
      }
      return references;
    }
  }

  /** What is wrong and in which line: {@code line 3: the file ends too early}. */
  static String words(JacksonException e) {
    String what =
        e instanceof JsonEOFException
            ? TOO_SHORT
            : String.valueOf(e.getOriginalMessage())
                .replaceFirst("\\s*\\(?(not recognized|[a-z ]*\\[Source).*", "");
    return e.getLocation() == null
        ? what
        : "line %d: %s".formatted(e.getLocation().getLineNr(), what);
  }

  /**
   * The file's content with those references, in that order.
   *
   * @param before what stood there, whose other fields are kept
   */
  static byte[] write(Optional<byte[]> before, Collection<String> references) throws IOException {
    ObjectNode content =
        before.isEmpty() ? SettingsJson.nothing() : SettingsJson.parse(before.get()).values();
    ArrayNode pinned = content.putArray(PINNED);
    references.forEach(pinned::add);
    return SettingsJson.write(content);
  }

  private static Set<CacheReference> references(JsonParser parser) throws IOException {
    expect(JsonToken.START_ARRAY, parser.currentToken(), parser);
    Set<CacheReference> references = new LinkedHashSet<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      expect(JsonToken.VALUE_STRING, parser.currentToken(), parser);
      String written = parser.getText();
      if (!(SandboxReference.parse(written).orElse(null) instanceof CacheReference reference)) {
        throw new JsonParseException(parser, "\"" + written + "\" names no cached image");
      }
      references.add(reference);
    }
    return references;
  }

  private static void expect(
      @Nullable JsonToken wanted, @Nullable JsonToken found, JsonParser parser)
      throws JsonParseException {
    if (wanted != found) {
      throw new JsonParseException(
          parser,
          found == null
              ? TOO_SHORT
              : wanted == null ? "more follows after the end" : "unexpected " + found);
    }
  }
}
