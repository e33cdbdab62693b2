package io.github.sandboxcache.domain.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import io.github.sandboxcache.domain.install.RealInstalls.Ran;
import io.github.sandboxcache.testing.ImageArchive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Base images as a sandbox's Dockerfiles make them, and containers as its server creates them: user
 * 1000, no capabilities, no new privileges, no network, little memory, few processes.
 */
final class SandboxContainers implements AutoCloseable {
  private static final String USER = "1000:1000";
  private static final long MEMORY = 512L << 20;
  private static final long PROCESSES = 100;

  private final DockerClient docker;
  private final boolean limited;
  private final List<String> bases = new ArrayList<>();

  /**
   * Works with one engine.
   *
   * @param limited whether that engine has control groups, and so can limit anything
   */
  SandboxContainers(DockerClient docker, boolean limited) {
    this.docker = docker;
    this.limited = limited;
  }

  /**
   * Builds a base image from the lines of a Dockerfile.
   *
   * @return its name
   */
  String base(String dockerfile) {
    String name = "sandbox-cache-test/sandbox-" + UUID.randomUUID() + ":1";
    byte[] context =
        ImageArchive.tar(Map.of("Dockerfile", dockerfile.getBytes(StandardCharsets.UTF_8)));
    try (ByteArrayInputStream tar = new ByteArrayInputStream(context);
        var building =
            docker
                .buildImageCmd(tar)
                .withTags(Set.of(name))
                .withPull(false)
                .withRemove(true)
                .withForcerm(true)
                .exec(new BuildImageResultCallback())) {
      bases.add(name);
      building.awaitImageId();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return name;
  }

  /** Runs a script of the shell as the sandbox runs code. */
  void runs(InstallRequest request, String script) {
    run(request, "none", script);
  }

  /** The same with a network, for what loads more packages. */
  void runsWithNetwork(InstallRequest request, String script) {
    run(request, "host", script);
  }

  private void run(InstallRequest request, String network, String script) {
    HostConfig config =
        HostConfig.newHostConfig()
            .withNetworkMode(network)
            .withCapDrop(Capability.ALL)
            .withSecurityOpts(List.of("no-new-privileges"));
    if (limited) {
      config.withMemory(MEMORY).withPidsLimit(PROCESSES);
    }
    String id =
        docker
            .createContainerCmd(request.reference().toString())
            .withUser(USER)
            .withWorkingDir(Recipe.WORKSPACE)
            .withEntrypoint("sh", "-euxc", script)
            .withHostConfig(config)
            .exec()
            .getId();
    Ran ran = RealInstalls.runToEnd(docker, id);
    assertThat(ran.exitCode()).as(ran.output()).isZero();
  }

  @Override
  public void close() {
    for (String base : bases.reversed()) {
      try {
        docker.removeImageCmd(base).exec();
      } catch (NotFoundException _) {
        // Its build did not succeed.
      }
    }
  }
}
