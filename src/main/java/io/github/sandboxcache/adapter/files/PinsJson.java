package io.github.sandboxcache.adapter.files;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.SandboxReference;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How pins are written: {@code {"pinned": ["mcp-sandbox-go:0123456789ab"]}}. Read strictly, since a
 * pin that is overlooked costs an image.
 */
final class PinsJson implements JsonFile.Format<PinsJson.Content> {
  private static final String PINNED = "pinned";

  /**
   * What stands in the file.
   *
   * @param pinned the references
   * @param all everything, as somebody's note, or what a later version keeps here
   */
  record Content(Set<CacheReference> pinned, ObjectNode all) {
    static final Content EMPTY = new Content(Set.of(), SettingsJson.nothing());

    /** The same with other references, in the order of their names. */
    Content with(Set<CacheReference> others) {
      Set<String> sorted = new TreeSet<>();
      others.forEach(reference -> sorted.add(reference.toString()));
      ObjectNode changed = all.deepCopy();
      ArrayNode written = changed.putArray(PINNED);
      sorted.forEach(written::add);
      return new Content(others, changed);
    }
  }

  @Override
  public Content parse(JsonParser parser) throws IOException {
    Set<CacheReference> pinned = null;
    ObjectNode all = SettingsJson.nothing();
    expect(JsonToken.START_OBJECT, parser.nextToken(), parser);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      if (key.equals(PINNED)) {
        pinned = references(parser);
        all.putArray(PINNED);
      } else {
        all.set(key, JsonFile.mapper().readTree(parser));
      }
    }
    expect(JsonToken.END_OBJECT, parser.currentToken(), parser);
    if (pinned == null) {
      throw new JsonParseException(parser, "there is no list \"pinned\"");
    }
    return new Content(pinned, all);
  }

  @Override
  public String text(Content content) throws IOException {
    return SettingsJson.prettyText(content.all());
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

  private static void expect(JsonToken wanted, @Nullable JsonToken found, JsonParser parser)
      throws JsonParseException {
    if (wanted != found) {
      throw new JsonParseException(
          parser, found == null ? JsonFile.TOO_SHORT : "unexpected " + found);
    }
  }
}
