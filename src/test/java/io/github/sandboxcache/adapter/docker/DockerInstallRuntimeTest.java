package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.engine.CommitRequest;
import io.github.sandboxcache.domain.engine.ContainerCommand;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.ImageConfig;
import io.github.sandboxcache.domain.engine.ImageNotFoundException;
import io.github.sandboxcache.domain.engine.InstallContainer;
import io.github.sandboxcache.domain.engine.InstallRuntime;
import io.github.sandboxcache.domain.engine.ResourceLimits;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.testing.DockerOnly;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.ImageArchive;
import io.github.sandboxcache.testing.PodmanCommits;
import io.github.sandboxcache.testing.TestImages;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EngineTest
class DockerInstallRuntimeTest {
  private static final ResourceLimits LIMITS = new ResourceLimits(256L << 20, 64, 100);

  private static ImageArchive programs() {
    return new ImageArchive()
        .program("/bin/sleep")
        .program("/bin/sh")
        .program("/bin/cat")
        .program("/bin/mkdir")
        .config("Env", List.of("PATH=/bin"));
  }

  private static InstallContainer container(TestImages images, CacheReference image) {
    return container(images, image, Optional.empty());
  }

  private static InstallContainer container(
      TestImages images, CacheReference image, Optional<Path> caBundle) {
    return new InstallContainer(
        "test-" + images.language(),
        image.toString(),
        new ImageConfig("", List.of(), List.of(), "", "", List.of(), List.of(), false),
        Map.of("container-label", "a", "both", "container"),
        Optional.of("none"),
        List.of("CHOWN", "DAC_OVERRIDE"),
        LIMITS,
        Duration.ofHours(1),
        caBundle);
  }

  private static String started(
      InstallRuntime runtime, TestImages images, InstallContainer container) {
    String id = images.removeLater(runtime.createContainer(container));
    runtime.startContainer(id);
    return id;
  }

  private static ContainerCommand shell(String script) {
    return new ContainerCommand(
        List.of("/bin/sh", "-c", script), "/", Map.of("WORD", "two words"), "0");
  }

  private record Run(int exitCode, List<String> lines) {}

  private static Run run(InstallRuntime runtime, String container, String script) {
    List<String> lines = new ArrayList<>();
    int exitCode = runtime.run(container, shell(script), lines::add, new Cancellation());
    return new Run(exitCode, lines);
  }

  @Test
  void aCommandsLinesAndExitCodeAreReported(ContainerEngine engine, TestImages images) {
    InstallRuntime runtime = engine.installRuntime();
    String id = started(runtime, images, container(images, images.load(programs())));
    assertThat(run(runtime, id, "echo one; echo \"$WORD\"; printf last; exit 7"))
        .isEqualTo(new Run(7, List.of("one", "two words", "last")));
    assertThat(run(runtime, id, "echo wrong >&2")).isEqualTo(new Run(0, List.of("wrong")));
  }

  @Test
  void aProgramThatTheImageDoesNotHaveEndsWithAnErrorCode(
      ContainerEngine engine, TestImages images) {
    InstallRuntime runtime = engine.installRuntime();
    String id = started(runtime, images, container(images, images.load(programs())));
    ContainerCommand absent = new ContainerCommand(List.of("/absent"), "/", Map.of(), "0");
    assertThat(runtime.run(id, absent, _ -> {}, new Cancellation())).isIn(126, 127);
  }

  @Test
  void aCancelledCommandEndsAtOnceAsCancelled(ContainerEngine engine, TestImages images) {
    InstallRuntime runtime = engine.installRuntime();
    String id = started(runtime, images, container(images, images.load(programs())));
    Cancellation cancellation = new Cancellation();
    assertThatThrownBy(
            () ->
                runtime.run(
                    id,
                    shell("echo ready; sleep 3600"),
                    _ -> cancelAside(cancellation),
                    cancellation))
        .isInstanceOf(CancellationException.class);
    runtime.removeContainer(id);
    assertThat(images.hasContainer(id)).isFalse();
  }

  private static void cancelAside(Cancellation cancellation) {
    Thread.ofVirtual().start(cancellation::cancel);
  }

  @Test
  void theContainerCannotGainPrivilegesAndKeepsOnlyTheNamedCapabilities(
      ContainerEngine engine, TestImages images) {
    InstallRuntime runtime = engine.installRuntime();
    String id = started(runtime, images, container(images, images.load(programs())));
    List<String> status = run(runtime, id, "cat /proc/self/status").lines();
    // CHOWN is bit 0 and DAC_OVERRIDE bit 1, see capability.h.
    assertThat(status).contains("CapBnd:\t0000000000000003", "NoNewPrivs:\t1");
  }

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
    try (EngineHttp http =
        EngineHttp.at(URI.create(engine.description().endpoint()), Optional.empty())) {
      JsonNode container =
          http.read(EngineRequest.get("/containers/" + id + "/json"), JsonNode.class);
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
      ObjectNode kept = configuration(http, base);
      ObjectNode labels = (ObjectNode) kept.get("Labels");
      usual.labels().forEach(labels::put);
      labels.put("both", "image");
      assertThat(configuration(http, result)).isEqualTo(kept);
    }
  }

  private static ObjectNode configuration(EngineHttp http, CacheReference image) {
    ObjectNode config =
        (ObjectNode)
            http.read(EngineRequest.get("/images/" + image + "/json"), JsonNode.class)
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

  @Test
  void theCaBundleIsReadableAndLeavesNothingBehind(
      ContainerEngine engine, TestImages images, @TempDir Path directory) throws IOException {
    Path bundle = Files.writeString(directory.resolve("a:b.pem"), "certificate\n");
    InstallRuntime runtime = engine.installRuntime();
    String id =
        started(runtime, images, container(images, images.load(programs()), Optional.of(bundle)));
    String path = InstallContainer.CA_BUNDLE_PATH;
    assertThat(run(runtime, id, "cat " + path).lines()).containsExactly("certificate");
    assertThat(run(runtime, id, "echo > " + path).exitCode()).isNotZero();
    assertThat(images.changedPaths(id)).noneMatch(changed -> changed.contains("sandbox-cache"));
  }

  @Test
  void filesAndDirectoriesAreMadeWithoutAShell(ContainerEngine engine, TestImages images) {
    InstallRuntime runtime = engine.installRuntime();
    String id =
        images.removeLater(runtime.createContainer(container(images, images.load(programs()))));
    assertThat(runtime.exists(id, "/bin/sh")).isTrue();
    assertThat(runtime.exists(id, "/workspace/deep")).isFalse();
    runtime.createDirectory(id, "/workspace/deep");
    runtime.writeFile(
        id, "/workspace/deep", "a file", "content\n".getBytes(StandardCharsets.UTF_8));
    assertThat(runtime.exists(id, "/workspace/deep")).isTrue();
    runtime.startContainer(id);
    assertThat(run(runtime, id, "cat '/workspace/deep/a file'").lines()).containsExactly("content");
  }

  @Test
  void aContainerThatIsGoneIsRemovedWithoutComplaint(ContainerEngine engine, TestImages images) {
    InstallRuntime runtime = engine.installRuntime();
    String id = started(runtime, images, container(images, images.load(programs())));
    runtime.removeContainer(id);
    runtime.removeContainer(id);
    assertThat(images.hasContainer(id)).isFalse();
  }

  @Test
  void labelsOfTheContainerShowInTheList(ContainerEngine engine, TestImages images) {
    InstallRuntime runtime = engine.installRuntime();
    String id =
        images.removeLater(runtime.createContainer(container(images, images.load(programs()))));
    Stream<Map<String, String>> labels =
        engine.containers().stream().filter(c -> c.id().equals(id)).map(c -> c.labels());
    assertThat(labels)
        .singleElement()
        .satisfies(found -> assertThat(found).containsEntry("container-label", "a"));
  }

  @Test
  void whatTheEngineRefusesSaysWhy(ContainerEngine engine, TestImages images) {
    InstallRuntime runtime = engine.installRuntime();
    CacheReference absent = images.newReference();
    assertThatThrownBy(() -> runtime.imageConfig(absent.toString()))
        .isInstanceOf(ImageNotFoundException.class);
    assertThatThrownBy(() -> runtime.createContainer(container(images, absent)))
        .isInstanceOf(ImageNotFoundException.class);
    assertThatThrownBy(() -> runtime.startContainer("absent"))
        .isInstanceOfSatisfying(
            EngineRefusedException.class, refused -> assertThat(refused.status()).isEqualTo(404));
  }
}
