package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.engine.CommitRequest;
import io.github.sandboxcache.domain.engine.ContainerCommand;
import io.github.sandboxcache.domain.engine.ContainerState;
import io.github.sandboxcache.domain.engine.EngineException;
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
import org.jspecify.annotations.Nullable;

/** Containers and images for installs, on a real engine. Thread-safe. */
final class DockerInstallRuntime implements InstallRuntime {
  private static final int GOING_CHECKS = 100;
  private static final Duration BETWEEN_GOING_CHECKS = Duration.ofMillis(100);

  private final EngineHttp http;
  private final ReferenceNaming naming;
  private final RegistryLogins logins;
  private final ContainerFiles files;
  private final ContainerCreation creation;

  DockerInstallRuntime(EngineHttp http, ReferenceNaming naming, RegistryLogins logins) {
    this.http = http;
    this.naming = naming;
    this.logins = logins;
    this.files = new ContainerFiles(http);
    this.creation = new ContainerCreation(http, naming);
  }

  private record Created(String id) {}

  private record Inspected(State state) {}

  private record State(
      boolean running,
      @Nullable Boolean paused,
      @JsonProperty("OOMKilled") @Nullable Boolean oomKilled) {
    ContainerState toState() {
      return new ContainerState(
          running, Boolean.TRUE.equals(paused), Boolean.TRUE.equals(oomKilled));
    }
  }

  @Override
  public void pull(String reference, Consumer<PullProgress> progress, Cancellation cancellation) {
    new ImagePull(http, logins, progress, cancellation).pull(reference);
  }

  @Override
  public ImageConfig imageConfig(String reference) {
    return http.read(inspection(reference), ImageInspection.class).toConfig();
  }

  private static EngineRequest inspection(String image) {
    return EngineRequest.get(path(image) + "/json");
  }

  private static String path(String image) {
    return "/images/" + EngineRequest.pathPart(image);
  }

  @Override
  public String createContainer(InstallContainer container) {
    return http.read(creation.request(container), Created.class).id();
  }

  @Override
  public void startContainer(String containerId) {
    http.run(EngineRequest.post(ContainerFiles.path(containerId) + "/start"));
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
    return new ContainerExec(http, containerId).run(command, onLine, cancellation);
  }

  @Override
  public Optional<ContainerState> state(String containerId) {
    EngineRequest inspect = EngineRequest.get(ContainerFiles.path(containerId) + "/json");
    try {
      return Optional.of(http.read(inspect, Inspected.class).state().toState());
    } catch (EngineRefusedException e) {
      if (e.status() == HttpURLConnection.HTTP_NOT_FOUND || saysNoContainer(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Podman's status for a container that is gone depends on where it notices. */
  private static boolean saysNoContainer(EngineRefusedException e) {
    return String.valueOf(e.getMessage()).contains("no such container");
  }

  @Override
  public String commit(String containerId, CommitRequest request, Cancellation cancellation) {
    EngineRequest commit =
        EngineRequest.post("/commit")
            .with("container", containerId)
            .with("comment", request.comment());
    commit =
        switch (naming) {
          case DOCKER -> commit.withJson(DockerCommit.of(baseConfig(request), request));
          case PODMAN -> PodmanCommit.complete(commit, request);
        };
    try (EngineResponse answer = http.stream(commit, cancellation);
        var _ = cancellation.onCancel(answer::close)) {
      return ImageIds.full(answer.read(Created.class).id());
    } catch (EngineException e) {
      cancellation.throwIfCancelled();
      throw e;
    }
  }

  private JsonNode baseConfig(CommitRequest request) {
    return http.read(inspection(request.config().imageId()), JsonNode.class).path("Config");
  }

  @Override
  public void tag(String imageId, CacheReference reference) {
    http.run(
        EngineRequest.post(path(imageId) + "/tag")
            .with("repo", reference.repository())
            .with("tag", reference.tag()));
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
      boolean fulfilled = condition.test(http.read(inspection(imageId), ImageInspection.class));
      if (fulfilled) {
        http.run(
            EngineRequest.delete(path(imageId)).with("force", "false").with("noprune", "true"));
      }
      return fulfilled;
    } catch (ImageNotFoundException _) {
      // Somebody else removed it.
      return false;
    }
  }

  @Override
  public void removeContainer(String container) {
    try {
      http.run(
          EngineRequest.delete(ContainerFiles.path(container))
              .with("force", "true")
              .with("v", "true"));
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
