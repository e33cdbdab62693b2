package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.adapter.docker.DockerEngineConnector;
import io.github.sandboxcache.adapter.docker.EngineEnvironment;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.usage.FactsInMemory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A process of its own that installs one package for the shell, to be killed by a test. */
final class InstallProcess {
  private InstallProcess() {}

  /** Arguments: the engine's URI, the lock directory, the base image, the package. */
  public static void main(String[] args) {
    Outcome outcome =
        new DockerEngineConnector(EngineEnvironment.current()).connect(Optional.of(args[0]));
    if (!(outcome instanceof Outcome.Connected(ContainerEngine engine, var _))) {
      throw new IllegalStateException("no engine: " + outcome);
    }
    InstallRequest request =
        new InstallRequest(
            Language.BASH, List.of(args[3]), Optional.of(args[2]), Optional.of("host"));
    RealInstalls.installer(engine, Path.of(args[1]), new FactsInMemory())
        .install(request, new LineListener(System.out::println), new Cancellation());
  }
}
