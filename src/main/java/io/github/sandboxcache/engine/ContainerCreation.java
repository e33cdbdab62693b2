package io.github.sandboxcache.engine;

import io.github.sandboxcache.port.InstallContainer;
import io.github.sandboxcache.port.ResourceLimits;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds the request for an install container, as strict as the engine can make it. */
final class ContainerCreation {
  private static final Logger LOG = LoggerFactory.getLogger(ContainerCreation.class);

  /** Longer than any install, so that a forgotten container still ends by itself. */
  private static final String IDLE_SECONDS = "21600";

  private static final long NANOS_PER_CPU = 1_000_000_000L;

  private final EngineHttp http;

  ContainerCreation(EngineHttp http) {
    this.http = http;
  }

  /** What the machine under an engine can limit. Without cgroups some engines refuse the limits. */
  private record EngineInfo(
      int nCPU,
      @Nullable Boolean memoryLimit,
      @Nullable Boolean cpuCfsQuota,
      @Nullable Boolean pidsLimit) {}

  /**
   * The new container. User, WorkingDir and Env stay the image's own; the idle command is an
   * Entrypoint without a Cmd, so that a commit finds no Cmd to take over.
   */
  private record NewContainer(
      String image, List<String> entrypoint, Map<String, String> labels, HostConfig hostConfig) {}

  private record HostConfig(
      @Nullable Long memory,
      @Nullable Long nanoCpus,
      @Nullable Integer pidsLimit,
      List<String> capDrop,
      List<String> capAdd,
      List<String> securityOpt,
      @Nullable String networkMode,
      List<Mount> mounts) {}

  private record Mount(String type, String source, String target, boolean readOnly) {}

  EngineRequest request(InstallContainer container) {
    NewContainer body =
        new NewContainer(
            container.image(),
            List.of("sleep", IDLE_SECONDS),
            container.labels(),
            hostConfig(container, http.read(EngineRequest.get("/info"), EngineInfo.class)));
    return EngineRequest.post("/containers/create").with("name", container.name()).withJson(body);
  }

  private static HostConfig hostConfig(InstallContainer container, EngineInfo engine) {
    ResourceLimits limits = container.limits();
    double cpus = engine.nCPU() > 0 ? Math.min(limits.cpus(), engine.nCPU()) : limits.cpus();
    return new HostConfig(
        limit("memory", engine.memoryLimit(), limits.memoryBytes()),
        limit("CPU", engine.cpuCfsQuota(), Math.round(cpus * NANOS_PER_CPU)),
        limit("process", engine.pidsLimit(), limits.processes()),
        List.of("ALL"),
        container.capabilities(),
        List.of("no-new-privileges"),
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
