package io.github.sandboxcache.adapter.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** How registries write JSON. */
final class RegistryJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private RegistryJson() {}

  /** The object in an answer. */
  static JsonNode object(byte[] body) throws IOException {
    JsonNode value = MAPPER.readTree(body);
    if (!value.isObject()) {
      throw new IOException("the answer is no JSON object");
    }
    return value;
  }
}
