package io.github.sandboxcache.engine;

import io.github.sandboxcache.port.CommitRequest;
import io.github.sandboxcache.port.ImageConfig;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a committed image shall run. Engines fill what is left out from the container: an absent Cmd
 * is taken from there (where {@link ContainerCreation} leaves none), while an Entrypoint must be
 * given even when it is empty, or the idle command would be taken over.
 */
record CommittedConfig(
    @Nullable List<String> cmd,
    List<String> entrypoint,
    String user,
    String workingDir,
    List<String> env,
    Map<String, String> labels) {
  static CommittedConfig of(CommitRequest request) {
    ImageConfig base = request.config();
    return new CommittedConfig(
        base.command().isEmpty() ? null : base.command(),
        base.entrypoint(),
        base.user(),
        base.workingDirectory(),
        base.environment(),
        request.labels());
  }
}
