package io.github.sandboxcache.engine;

import io.github.sandboxcache.port.CommitRequest;
import io.github.sandboxcache.port.ImageConfig;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How Docker shall run a committed image. It fills what is left out from the container: an absent
 * Cmd is taken from there (where {@link ContainerCreation} leaves none), while an Entrypoint must
 * be given even when it is empty, or the idle command would be taken over.
 */
record DockerCommit(
    @Nullable List<String> cmd,
    List<String> entrypoint,
    String user,
    String workingDir,
    List<String> env,
    Map<String, String> labels) {
  static DockerCommit of(CommitRequest request) {
    ImageConfig base = request.config();
    return new DockerCommit(
        base.command().isEmpty() ? null : base.command(),
        base.entrypoint(),
        base.user(),
        base.workingDirectory(),
        base.environment(),
        request.labels());
  }
}
