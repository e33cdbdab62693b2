package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.engine.InstallContainer;
import io.github.sandboxcache.domain.engine.ResourceLimits;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds the request for an install container, as strict as the engine can make it. */
final class ContainerCreation {
  private static final Logger LOG = LoggerFactory.getLogger(ContainerCreation.class);

  private static final String ROOT = "0";

  /** Many package managers close every file they might have open, which takes minutes without. */
  private static final List<Ulimit> OPEN_FILES = List.of(new Ulimit("nofile", 16_384, 16_384));

  private static final long NANOS_PER_CPU = 1_000_000_000L;

  private final EngineHttp http;
  private final ReferenceNaming naming;

  ContainerCreation(EngineHttp http, ReferenceNaming naming) {
    this.http = http;
    this.naming = naming;
  }

  /** What the machine under an engine can limit. Without cgroups some engines refuse the limits. */
  private record EngineInfo(
      int nCPU,
      @Nullable Boolean memoryLimit,
      @Nullable Boolean swapLimit,
      @Nullable Boolean cpuCfsQuota,
      @Nullable Boolean pidsLimit,
      @Nullable InitProgram initCommit) {
    /** Docker writes this for a program that it does not find, and would then start nothing. */
    boolean hasInit() {
      return initCommit != null && !"N/A".equals(initCommit.id());
    }
  }

  private record InitProgram(@JsonProperty("ID") @Nullable String id) {}

  /**
   * The new container. WorkingDir and Env stay the image's own; the idle command is an Entrypoint
   * without a Cmd, so that a commit finds no Cmd to take over. A user of the image gives way to
   * root: Docker 20 takes all capabilities from what root does in a container of another user.
   */
  private record NewContainer(
      String image,
      @Nullable String user,
      List<String> entrypoint,
      @Nullable HealthCheck healthcheck,
      Map<String, String> labels,
      HostConfig hostConfig) {}

  private record HealthCheck(List<String> test) {
    static final HealthCheck OFF = new HealthCheck(List.of("NONE"));
  }

  private record Ulimit(String name, long soft, long hard) {}

  private record HostConfig(
      @Nullable Long memory,
      @Nullable Long memorySwap,
      @Nullable Long nanoCpus,
      @Nullable Integer pidsLimit,
      List<String> capDrop,
      List<String> capAdd,
      List<String> securityOpt,
      @Nullable Boolean init,
      @Nullable List<Ulimit> ulimits,
      @Nullable String networkMode,
      List<Mount> mounts) {}

  private record Mount(String type, String source, String target, boolean readOnly) {}

  EngineRequest request(InstallContainer container) {
    NewContainer body =
        new NewContainer(
            container.image(),
            container.config().user().isEmpty() ? null : ROOT,
            List.of("sleep", Long.toString(container.maxLife().toSeconds())),
            container.config().healthCheck() ? HealthCheck.OFF : null,
            container.labels(),
            hostConfig(container, http.read(EngineRequest.get("/info"), EngineInfo.class)));
    return EngineRequest.post("/containers/create").with("name", container.name()).withJson(body);
  }

  private HostConfig hostConfig(InstallContainer container, EngineInfo engine) {
    ResourceLimits limits = container.limits();
    boolean docker = naming == ReferenceNaming.DOCKER;
    double cpus = engine.nCPU() > 0 ? Math.min(limits.cpus(), engine.nCPU()) : limits.cpus();
    return new HostConfig(
        limit("memory", engine.memoryLimit(), limits.memoryBytes()),
        // No more in memory and swap together: without it as much again would be swapped.
        Boolean.FALSE.equals(engine.memoryLimit())
            ? null
            : limit("swap", engine.swapLimit(), limits.memoryBytes()),
        limit("CPU", engine.cpuCfsQuota(), Math.round(cpus * NANOS_PER_CPU)),
        limit("process", engine.pidsLimit(), limits.processes()),
        List.of("ALL"),
        container.capabilities(),
        List.of("no-new-privileges"),
        // Podman has no way to say whether it has an init, and its own limits for open files.
        (docker && engine.hasInit()) ? Boolean.TRUE : null,
        docker ? OPEN_FILES : null,
        container.network().orElse(null),
        container
            .caBundle()
            .map(
                file ->
                    List.of(
                        new Mount(
                            "bind",
                            file.toAbsolutePath().toString(),
                            InstallContainer.CA_BUNDLE_PATH,
                            true)))
            .orElse(List.of()));
  }

  private static <T extends Number> @Nullable T limit(
      String name, @Nullable Boolean supported, T value) {
    if (Boolean.FALSE.equals(supported)) {
      LOG.warn("the engine has no {} limit: the install runs without one", name);
      return null;
    }
    return value;
  }
}
