package io.github.sandboxcache.adapter.docker;

import static io.github.sandboxcache.adapter.docker.TestContainers.container;
import static io.github.sandboxcache.adapter.docker.TestContainers.programs;
import static io.github.sandboxcache.adapter.docker.TestContainers.run;
import static io.github.sandboxcache.adapter.docker.TestContainers.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sandboxcache.adapter.docker.TestContainers.Run;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.engine.CommitRequest;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.ImageConfig;
import io.github.sandboxcache.domain.engine.InstallContainer;
import io.github.sandboxcache.domain.engine.InstallRuntime;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.testing.DockerOnly;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.ImageArchive;
import io.github.sandboxcache.testing.PodmanCommits;
import io.github.sandboxcache.testing.TestImages;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What of an install container becomes an image, and which images are removed again. */
@EngineTest
class DockerCommitTest {
  @Test
  void theIdleCommandOfAContainerIsNotPartOfTheImage(ContainerEngine engine, TestImages images) {
    InstallRuntime runtime = engine.installRuntime();
    List<ImageArchive> bases =
        List.of(
            programs(),
            programs().config("Cmd", List.of("/bin/sh", "-c", "echo")),
            programs().config("Entrypoint", List.of("/bin/sh")),
            programs().config("Entrypoint", List.of("/bin/sh")).config("Cmd", List.of("-c", "a b")),
            programs()
                .config("User", "1000:1000")
                .config("WorkingDir", "/work")
                .config("Env", List.of("PATH=/bin", "A=b c", "QUOTE=\"x\"")));
    for (ImageArchive archive : bases) {
      CacheReference base = images.load(archive);
      ImageConfig config = runtime.imageConfig(base.toString());
      String id = started(runtime, images, container(images, base));
      assertThat(run(runtime, id, "echo > /installed").exitCode()).isZero();
      CacheReference result = images.newReference();
      String imageId =
          runtime.commit(
              id,
              new CommitRequest(config, Map.of("both", "image"), "what for"),
              new Cancellation());
      runtime.tag(imageId, result);
      ImageConfig committed = runtime.imageConfig(result.toString());
      assertThat(withoutEnginesOwn(engine, committed))
          .usingRecursiveComparison()
          .ignoringFields("imageId")
          .isEqualTo(withoutEnginesOwn(engine, config));
      assertThat(committed.imageId()).isEqualTo(imageId);
      assertThat(engine.image(result.toString()).orElseThrow().labels())
          .containsEntry("both", "image");
      assertThat(images.inspect(result.toString()).getComment()).contains("what for");
      runtime.removeContainer(id);
    }
  }

  /** As the Dockerfiles of sandboxes make them. */
  @Test
  @DockerOnly("Podman 4.3 keeps only what it reads as lines of a Dockerfile")
  void anImageKeepsEveryWordOfItsBasesConfiguration(ContainerEngine engine, TestImages images) {
    InstallRuntime runtime = engine.installRuntime();
    CacheReference base =
        images.load(
            programs()
                .program("/bin/chown")
                .config("User", "1000:1000")
                .config("WorkingDir", "/work")
                .config("Cmd", List.of("/bin/sh"))
                .config("Volumes", Map.of("/data", Map.of()))
                .config("ExposedPorts", Map.of("8080/tcp", Map.of()))
                .config("OnBuild", List.of("RUN echo"))
                .config("Shell", List.of("/bin/sh", "-ec"))
                .config("StopSignal", "SIGINT")
                .config("Labels", Map.of("of", "the base", "both", "base"))
                .config(
                    "Healthcheck",
                    Map.of("Test", List.of("CMD", "/bin/cat", "/ok"), "Interval", 7_000_000_000L)));
    ImageConfig config = runtime.imageConfig(base.toString());
    assertThat(config.volumes()).containsExactly("/data");
    InstallContainer usual = container(images, base);
    String id =
        started(
            runtime,
            images,
            new InstallContainer(
                usual.name(),
                usual.image(),
                config,
                usual.labels(),
                usual.network(),
                usual.capabilities(),
                usual.limits(),
                usual.maxLife(),
                usual.caBundle()));
    try (EngineConnection connection =
        EngineConnection.at(URI.create(engine.description().endpoint()), Optional.empty())) {
      JsonNode container =
          connection.send(EngineRequest.get("/containers/" + id + "/json"), JsonNode.class);
      assertThat(container.at("/Config/Healthcheck/Test")).hasToString("[\"NONE\"]");
      assertThat(container.at("/HostConfig/MemorySwap"))
          .isEqualTo(container.at("/HostConfig/Memory"));
      assertThat(container.at("/HostConfig/Init").booleanValue()).isTrue();
      assertThat(container.at("/HostConfig/Ulimits/0/Name").asText()).isEqualTo("nofile");
      assertThat(run(runtime, id, "echo > /installed && chown 1000 /installed"))
          .as("root has its capabilities, although the base's user is another")
          .isEqualTo(new Run(0, List.of()));

      String imageId =
          runtime.commit(
              id,
              new CommitRequest(config, Map.of("both", "image"), "what for"),
              new Cancellation());
      assertThat(engine.image(imageId).orElseThrow().references()).isEmpty();
      CacheReference result = images.newReference();
      runtime.tag(imageId, result);
      ObjectNode kept = configuration(connection, base);
      ObjectNode labels = (ObjectNode) kept.get("Labels");
      usual.labels().forEach(labels::put);
      labels.put("both", "image");
      assertThat(configuration(connection, result)).isEqualTo(kept);
    }
  }

  private static ObjectNode configuration(EngineConnection connection, CacheReference image) {
    ObjectNode config =
        (ObjectNode)
            connection
                .send(EngineRequest.get("/images/" + image + "/json"), JsonNode.class)
                .get("Config");
    // Docker 20 notes there from what and as which machine an image was made.
    config.remove(List.of("Image", "Hostname"));
    if (config.path("Entrypoint").isEmpty()) {
      config.remove("Entrypoint");
    }
    return config;
  }

  @Test
  void onlyAnImageWithoutANameIsRemovedByItsId(ContainerEngine engine, TestImages images) {
    InstallRuntime runtime = engine.installRuntime();
    CacheReference base = images.load(programs());
    String id = started(runtime, images, container(images, base));
    ImageConfig config = runtime.imageConfig(base.toString());
    String nameless =
        runtime.commit(id, new CommitRequest(config, Map.of(), ""), new Cancellation());
    String named =
        runtime.commit(id, new CommitRequest(config, Map.of("a", "b"), ""), new Cancellation());
    CacheReference name = images.newReference();
    runtime.tag(named, name);

    List.of(nameless, named, nameless).forEach(runtime::removeNameless);

    assertThat(engine.image(nameless)).isEmpty();
    assertThat(engine.image(name.toString()).orElseThrow().id()).isEqualTo(named);
    assertThatThrownBy(() -> runtime.removeNameless(name.toString()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ImageConfig withoutEnginesOwn(ContainerEngine engine, ImageConfig config) {
    return switch (engine.description().naming()) {
      case DOCKER -> config;
      case PODMAN ->
          new ImageConfig(
              config.imageId(),
              config.command(),
              config.entrypoint(),
              config.user(),
              PodmanCommits.workingDirectory(config.workingDirectory()),
              PodmanCommits.variables(config.environment()),
              config.volumes(),
              config.healthCheck());
    };
  }
}
