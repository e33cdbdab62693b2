package io.github.sandboxcache.service;

import io.github.sandboxcache.adapter.docker.DockerEngineConnector;
import io.github.sandboxcache.adapter.docker.EngineEnvironment;
import io.github.sandboxcache.adapter.files.JsonTransferNotes;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.SandboxReference;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProcessLocks;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A process of its own that pushes or pulls one image, to be killed by a test. */
final class TransferProcess {
  /** What it prints when the engine has begun. */
  static final String GOING = "going";

  private TransferProcess() {}

  /** Arguments: push or pull, the engine's URI, registry, notes, directory of locks, image. */
  public static void main(String[] args) {
    Outcome outcome =
        new DockerEngineConnector(EngineEnvironment.current()).connect(Optional.of(args[1]));
    if (!(outcome instanceof Outcome.Connected(ContainerEngine engine, var _))
        || !(SandboxReference.parse(args[5]).orElseThrow() instanceof CacheReference image)) {
      throw new IllegalStateException("no engine: " + outcome);
    }
    CacheService service =
        RegistryServices.of(
            engine, new JsonTransferNotes(Path.of(args[3])), new ProcessLocks(Path.of(args[4])));
    RegistryAddress team = RegistryAddress.parse(args[2]).orElseThrow();
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void onProgress(Progress progress) {
            if (progress.step().equals(args[0]) && !progress.detail().isEmpty()) {
              System.out.println(GOING);
            }
          }

          @Override
          public void onLine(String line) {}
        };
    if (args[0].equals("push")) {
      var _ =
          service
              .transfers()
              .push(
                  List.of(image),
                  team,
                  service::list,
                  true,
                  Origin.COMMAND_LINE,
                  listener,
                  new Cancellation());
    } else {
      var _ =
          service
              .transfers()
              .pull(List.of(image), team, Origin.COMMAND_LINE, listener, new Cancellation());
    }
  }
}
