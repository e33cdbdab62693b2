package io.github.sandboxcache.adapter.docker;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.engine.ContainerCommand;
import io.github.sandboxcache.domain.engine.ImageConfig;
import io.github.sandboxcache.domain.engine.InstallContainer;
import io.github.sandboxcache.domain.engine.InstallRuntime;
import io.github.sandboxcache.domain.engine.ResourceLimits;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.testing.ImageArchive;
import io.github.sandboxcache.testing.TestImages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Containers as installs make them, on an image of a few programs. */
final class TestContainers {
  private static final ResourceLimits LIMITS = new ResourceLimits(256L << 20, 64, 100);

  private TestContainers() {}

  static ImageArchive programs() {
    return new ImageArchive()
        .program("/bin/sleep")
        .program("/bin/sh")
        .program("/bin/cat")
        .program("/bin/mkdir")
        .config("Env", List.of("PATH=/bin"));
  }

  static InstallContainer container(TestImages images, CacheReference image) {
    return container(images, image, Optional.empty());
  }

  static InstallContainer container(
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

  static String started(InstallRuntime runtime, TestImages images, InstallContainer container) {
    String id = images.removeLater(runtime.createContainer(container));
    runtime.startContainer(id);
    return id;
  }

  static ContainerCommand shell(String script) {
    return new ContainerCommand(
        List.of("/bin/sh", "-c", script), "/", Map.of("WORD", "two words"), "0");
  }

  /** How a command ended and what it printed. */
  record Run(int exitCode, List<String> lines) {}

  static Run run(InstallRuntime runtime, String container, String script) {
    List<String> lines = new ArrayList<>();
    int exitCode = runtime.run(container, shell(script), lines::add, new Cancellation());
    return new Run(exitCode, lines);
  }
}
