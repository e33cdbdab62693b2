package io.github.sandboxcache.adapter.docker;

import io.github.sandboxcache.adapter.docker.EngineTransport.Patience;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.engine.CommitRequest;
import io.github.sandboxcache.domain.engine.ContainerCommand;
import io.github.sandboxcache.domain.engine.ContainerState;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.ImageConfig;
import io.github.sandboxcache.domain.engine.ImageNotFoundException;
import io.github.sandboxcache.domain.engine.InstallContainer;
import io.github.sandboxcache.domain.engine.InstallRuntime;
import io.github.sandboxcache.domain.engine.PullProgress;
import io.github.sandboxcache.domain.task.Cancellation;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Containers and images for installs, on a real engine. Thread-safe. */
final class DockerInstallRuntime implements InstallRuntime {
  private static final int GOING_CHECKS = 100;
  private static final Duration BETWEEN_GOING_CHECKS = Duration.ofMillis(100);

  /** Podman refuses a commit during which another image is removed; nothing of it is left then. */
  private static final String LAYER_GONE = "layer not known";

  private static final int COMMIT_TRIES = 3;

  private final EngineConnection engine;
  private final ReferenceNaming naming;
  private final RegistryLogins logins;
  private final ContainerFiles files;
  private final ContainerCreation creation;

  DockerInstallRuntime(EngineConnection engine, ReferenceNaming naming, RegistryLogins logins) {
    this.engine = engine;
    this.naming = naming;
    this.logins = logins;
    this.files = new ContainerFiles(engine);
    this.creation = new ContainerCreation(engine, naming);
  }

  private record Committed(String id) {}

  @Override
  public void pull(String reference, Consumer<PullProgress> progress, Cancellation cancellation) {
    new ImagePull(engine, logins, progress, cancellation).pull(reference);
  }

  @Override
  public ImageConfig imageConfig(String reference) {
    return ImageInspection.of(engine, reference).toConfig();
  }

  @Override
  public String createContainer(InstallContainer container) {
    return engine.askAboutImage(creation.command(container)).getId();
  }

  @Override
  public void startContainer(String containerId) {
    try {
      engine.run(engine.commands().startContainerCmd(containerId));
    } catch (EngineRefusedException e) {
      // It runs already.
      if (e.status() != HttpURLConnection.HTTP_NOT_MODIFIED) {
        throw e;
      }
    }
  }

  @Override
  public boolean exists(String containerId, String path) {
    return files.exists(containerId, path);
  }

  @Override
  public void createDirectory(String containerId, String path) {
    files.createDirectory(containerId, path);
  }

  @Override
  public void writeFile(String containerId, String directory, String name, byte[] content) {
    files.write(containerId, directory, name, content);
  }

  @Override
  public int run(
      String containerId,
      ContainerCommand command,
      Consumer<String> onLine,
      Cancellation cancellation) {
    return new ContainerExec(engine, containerId).run(command, onLine, cancellation);
  }

  @Override
  public Optional<ContainerState> state(String containerId) {
    return ContainerInspection.of(engine, containerId).map(ContainerInspection::toState);
  }

  @Override
  public String commit(String containerId, CommitRequest request, Cancellation cancellation) {
    EngineRequest commit =
        EngineRequest.post("/commit")
            .with("container", containerId)
            .with("comment", request.comment());
    commit =
        switch (naming) {
          case DOCKER ->
              commit.withJson(
                  DockerCommit.of(
                      ImageInspection.configuration(engine, request.config().imageId()), request));
          case PODMAN -> PodmanCommit.complete(commit, request);
        };
    EngineRequest complete = commit;
    return engine.apart(Patience.ENDLESS, cancellation, own -> committed(own, complete));
  }

  private static String committed(EngineConnection own, EngineRequest commit) {
    for (int tries = 1; ; tries++) {
      try {
        return ImageIds.full(own.send(commit, Committed.class).id());
      } catch (EngineRefusedException e) {
        if (tries == COMMIT_TRIES || !String.valueOf(e.getMessage()).endsWith(LAYER_GONE)) {
          throw e;
        }
      }
    }
  }

  @Override
  public void tag(String imageId, CacheReference reference) {
    ImageNames.give(engine, imageId, reference.repository(), reference.tag());
  }

  @Override
  public void removeNameless(String imageId) {
    boolean _ = removeWhere(imageId, image -> image.references().isEmpty());
  }

  @Override
  public boolean removeNeverNamed(String imageId) {
    // Podman's answers have a place for the time of the last tag, in which there is never one.
    return naming == ReferenceNaming.DOCKER
        && removeWhere(imageId, ImageInspection::isKnownToBeNeverNamed);
  }

  private boolean removeWhere(String imageId, Predicate<ImageInspection> condition) {
    if (!ImageIds.isFull(imageId)) {
      throw new IllegalArgumentException("not the id of an image: " + imageId);
    }
    try {
      if (!condition.test(ImageInspection.of(engine, imageId))) {
        return false;
      }
      boolean _ = ImageNames.remove(engine, imageId);
      return true;
    } catch (ImageNotFoundException _) {
      // Somebody else removed it.
      return false;
    }
  }

  @Override
  public void removeContainer(String container) {
    try {
      engine.run(
          engine.commands().removeContainerCmd(container).withForce(true).withRemoveVolumes(true));
    } catch (EngineRefusedException e) {
      if (e.status() != HttpURLConnection.HTTP_NOT_FOUND
          && !(isGoing(e) && isSoonGone(container))) {
        throw e;
      }
    }
  }

  private static boolean isGoing(EngineRefusedException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return e.status() == HttpURLConnection.HTTP_CONFLICT && message.contains("already in progress");
  }

  /** Somebody else removes it, which may take a moment. */
  private boolean isSoonGone(String container) {
    for (int i = 0; i < GOING_CHECKS; i++) {
      if (state(container).isEmpty()) {
        return true;
      }
      try {
        Thread.sleep(BETWEEN_GOING_CHECKS);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return false;
  }
}
