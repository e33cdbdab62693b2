package io.github.sandboxcache.adapter.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.Ulimit;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.engine.InstallContainer;
import io.github.sandboxcache.domain.engine.ResourceLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds the command for an install container, as strict as the engine can make it. */
final class ContainerCreation {
  private static final Logger LOG = LoggerFactory.getLogger(ContainerCreation.class);

  private static final String ROOT = "0";

  /** Many package managers close every file they might have open, which takes minutes without. */
  private static final long MAX_OPEN_FILES = 16_384;

  private static final long NANOS_PER_CPU = 1_000_000_000L;

  private final EngineConnection engine;
  private final ReferenceNaming naming;

  ContainerCreation(EngineConnection engine, ReferenceNaming naming) {
    this.engine = engine;
    this.naming = naming;
  }

  /**
   * The command for a new container. WorkingDir and Env stay the image's own; the idle command is
   * an Entrypoint without a Cmd, so that a commit finds no Cmd to take over. A user of the image
   * gives way to root: Docker 20 takes all capabilities from what root does in a container of
   * another user.
   */
  CreateContainerCmd command(InstallContainer container) {
    CreateContainerCmd command =
        engine
            .commands()
            .createContainerCmd(container.image())
            .withName(container.name())
            .withEntrypoint("sleep", Long.toString(container.maxLife().toSeconds()))
            .withLabels(container.labels())
            .withHostConfig(hostConfig(container, engine.ask(engine.commands().infoCmd())));
    if (!container.config().user().isEmpty()) {
      command.withUser(ROOT);
    }
    if (container.config().healthCheck()) {
      command.withHealthcheck(new HealthCheck().withTest(List.of("NONE")));
    }
    return command;
  }

  /** Without cgroups some engines refuse limits, so only those are set that the machine has. */
  private HostConfig hostConfig(InstallContainer container, Info machine) {
    ResourceLimits limits = container.limits();
    Integer processors = machine.getNCPU();
    double cpus =
        processors != null && processors > 0 ? Math.min(limits.cpus(), processors) : limits.cpus();
    HostConfig config =
        new HostConfig()
            .withMemory(limit("memory", machine.getMemoryLimit(), limits.memoryBytes()))
            .withNanoCPUs(limit("CPU", machine.getCpuCfsQuota(), Math.round(cpus * NANOS_PER_CPU)))
            .withPidsLimit(
                limit("process", machine.getRawValues().get("PidsLimit"), limits.processes()))
            .withCapDrop(Capability.ALL)
            .withCapAdd(
                container.capabilities().stream()
                    .map(Capability::fromValue)
                    .toArray(Capability[]::new))
            .withSecurityOpts(List.of("no-new-privileges"));
    if (config.getMemory() != null) {
      // No more in memory and swap together: without it as much again would be swapped.
      config.withMemorySwap(limit("swap", machine.getSwapLimit(), limits.memoryBytes()));
    }
    if (naming == ReferenceNaming.DOCKER) {
      // Podman has no way to say whether it has an init, and its own limits for open files.
      config.withUlimits(List.of(new Ulimit("nofile", MAX_OPEN_FILES, MAX_OPEN_FILES)));
      if (hasInit(machine)) {
        config.withInit(true);
      }
    }
    container.network().ifPresent(config::withNetworkMode);
    container.caBundle().ifPresent(file -> config.withMounts(List.of(caBundle(file))));
    return config;
  }

  private static @Nullable Long limit(String name, @Nullable Object supported, long value) {
    if (Boolean.FALSE.equals(supported)) {
      LOG.warn("the engine has no {} limit: the install runs without one", name);
      return null;
    }
    return value;
  }

  /** Docker writes N/A for a program that it does not find, and would then start nothing. */
  private static boolean hasInit(Info machine) {
    return machine.getRawValues().get("InitCommit") instanceof Map<?, ?> commit
        && !"N/A".equals(commit.get("ID"));
  }

  private static Mount caBundle(Path file) {
    return new Mount()
        .withType(MountType.BIND)
        .withSource(file.toAbsolutePath().toString())
        .withTarget(InstallContainer.CA_BUNDLE_PATH)
        .withReadOnly(true);
  }
}
