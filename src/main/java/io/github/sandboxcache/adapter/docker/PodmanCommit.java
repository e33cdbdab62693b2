package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.sandboxcache.domain.engine.CommitRequest;
import io.github.sandboxcache.domain.engine.ImageConfig;
import java.util.List;
import java.util.Map;

/**
 * How Podman is told to run a committed image: it wants a body, ignores what is in it, and reads
 * changes as lines of a Dockerfile, each taken literally to its end. Variables that Podman itself
 * sets in every container ({@code TERM}, {@code container}) it keeps in the image.
 */
final class PodmanCommit {
  private PodmanCommit() {}

  static EngineRequest complete(EngineRequest commit, CommitRequest request) {
    ImageConfig base = request.config();
    EngineRequest complete =
        commit
            .withJson(Map.of())
            .with("changes", "ENTRYPOINT " + array(base.entrypoint()))
            .with("changes", "CMD " + array(base.command()));
    if (!base.user().isEmpty()) {
      complete = complete.with("changes", "USER " + base.user());
    }
    if (!base.workingDirectory().isEmpty()) {
      complete = complete.with("changes", "WORKDIR " + base.workingDirectory());
    }
    for (Map.Entry<String, String> label : request.labels().entrySet()) {
      complete = complete.with("changes", "LABEL " + label.getKey() + "=" + label.getValue());
    }
    return complete;
  }

  private static String array(List<String> arguments) {
    try {
      return EngineJson.MAPPER.writeValueAsString(arguments);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + arguments, e);
    }
  }
}
