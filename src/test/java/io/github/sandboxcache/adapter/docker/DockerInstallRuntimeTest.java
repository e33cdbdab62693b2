package io.github.sandboxcache.adapter.docker;

import static io.github.sandboxcache.adapter.docker.TestContainers.container;
import static io.github.sandboxcache.adapter.docker.TestContainers.programs;
import static io.github.sandboxcache.adapter.docker.TestContainers.run;
import static io.github.sandboxcache.adapter.docker.TestContainers.shell;
import static io.github.sandboxcache.adapter.docker.TestContainers.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.adapter.docker.TestContainers.Run;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.engine.ContainerCommand;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.ImageNotFoundException;
import io.github.sandboxcache.domain.engine.InstallContainer;
import io.github.sandboxcache.domain.engine.InstallRuntime;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.TestImages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EngineTest
class DockerInstallRuntimeTest {
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
