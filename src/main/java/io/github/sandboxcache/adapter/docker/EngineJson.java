package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How engines write JSON: upper camel case, null for an empty collection, ever new fields. */
final class EngineJson {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          // Closing an answer's body would read an endless stream to its end.
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private EngineJson() {}

  /** Reads a value; an answer without one is an error. */
  static <T> T read(InputStream body, Class<T> type) throws IOException {
    T value = MAPPER.readValue(body, type);
    if (value == null) {
      throw new IOException("an empty answer");
    }
    return value;
  }

  /**
   * Reads an array, one item at a time. One that breaks off is an error: half a list would be taken
   * for all there is.
   */
  static <T> List<T> readArray(InputStream body, Class<T> type) throws IOException {
    List<T> items = new ArrayList<>();
    try (JsonParser in = MAPPER.createParser(body)) {
      if (in.nextToken() != JsonToken.START_ARRAY) {
        throw new IOException("the answer is not a list");
      }
      while (in.nextToken() != JsonToken.END_ARRAY) {
        if (in.currentToken() == null) {
          throw new EOFException();
        }
        items.add(in.readValueAs(type));
      }
    }
    return items;
  }

  /** Has the parser make itself while an engine is still thinking about its first answer. */
  static void warmUp() {
    try {
      MAPPER.readTree("{}");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an empty object is not legible", e);
    }
  }

  static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
    return map == null ? Map.of() : map;
  }

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
