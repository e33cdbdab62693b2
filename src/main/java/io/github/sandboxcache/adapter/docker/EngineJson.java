package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
