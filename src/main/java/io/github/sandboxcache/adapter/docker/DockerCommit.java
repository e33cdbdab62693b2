package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sandboxcache.domain.engine.CommitRequest;

/**
 * How Docker shall run a committed image: all that the base image's configuration says, word for
 * word, with further labels. It fills what is left out from the container: an absent Cmd is taken
 * from there (where {@link ContainerCreation} leaves none), while an Entrypoint must be given even
 * when it is empty, or the idle command would be taken over.
 */
final class DockerCommit {
  private DockerCommit() {}

  static ObjectNode of(JsonNode baseConfig, CommitRequest request) {
    ObjectNode config = EngineJson.MAPPER.createObjectNode();
    if (baseConfig instanceof ObjectNode base) {
      config.setAll(base.deepCopy());
    }
    if (!config.path("Entrypoint").isArray()) {
      config.putArray("Entrypoint");
    }
    ObjectNode labels =
        config.get("Labels") instanceof ObjectNode own ? own : config.putObject("Labels");
    request.labels().forEach(labels::put);
    return config;
  }
}
