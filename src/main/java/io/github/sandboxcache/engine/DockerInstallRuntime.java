package io.github.sandboxcache.engine;

import io.github.sandboxcache.cache.ReferenceNaming;
import io.github.sandboxcache.port.CommitRequest;
import io.github.sandboxcache.port.ContainerCommand;
import io.github.sandboxcache.port.EngineRefusedException;
import io.github.sandboxcache.port.ImageConfig;
import io.github.sandboxcache.port.InstallContainer;
import io.github.sandboxcache.port.InstallRuntime;
import io.github.sandboxcache.port.PullProgress;
import io.github.sandboxcache.task.Cancellation;
import java.util.Locale;
import java.util.function.Consumer;

/** Containers and images for installs, on a real engine. Thread-safe. */
final class DockerInstallRuntime implements InstallRuntime {
  private final EngineHttp http;
  private final ReferenceNaming naming;
  private final ContainerFiles files;
  private final ContainerCreation creation;

  DockerInstallRuntime(EngineHttp http, ReferenceNaming naming) {
    this.http = http;
    this.naming = naming;
    this.files = new ContainerFiles(http);
    this.creation = new ContainerCreation(http);
  }

  private record Created(String id) {}

  @Override
  public void pull(String reference, Consumer<PullProgress> progress, Cancellation cancellation) {
    new ImagePull(http, progress, cancellation).pull(reference);
  }

  @Override
  public ImageConfig imageConfig(String reference) {
    String path = "/images/" + EngineRequest.pathPart(reference) + "/json";
    return http.read(EngineRequest.get(path), ImageInspection.class).toConfig();
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
  public String commit(String containerId, CommitRequest request) {
    EngineRequest commit =
        EngineRequest.post("/commit")
            .with("container", containerId)
            .with("repo", request.reference().repository())
            .with("tag", request.reference().tag())
            .with("comment", request.comment());
    commit =
        switch (naming) {
          case DOCKER -> commit.withJson(DockerCommit.of(request));
          case PODMAN -> PodmanCommit.complete(commit, request);
        };
    return ImageIds.full(http.read(commit, Created.class).id());
  }

  @Override
  public void removeContainer(String containerId) {
    try {
      http.run(
          EngineRequest.delete(ContainerFiles.path(containerId))
              .with("force", "true")
              .with("v", "true"));
    } catch (EngineRefusedException e) {
      if (!isGoneOrGoing(e)) {
        throw e;
      }
    }
  }

  private static boolean isGoneOrGoing(EngineRefusedException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return e.status() == 404 || (e.status() == 409 && message.contains("already in progress"));
  }
}
