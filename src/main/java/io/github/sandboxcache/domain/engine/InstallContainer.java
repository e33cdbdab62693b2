package io.github.sandboxcache.domain.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What kind of container an install asks for. All capabilities but the named ones are dropped, new
 * privileges are refused, and nothing of the host is mounted but the CA bundle.
 *
 * @param name a name that no other container has
 * @param image the base image's name
 * @param config how the base image wants to be run
 * @param labels how a leftover of a killed run is found again
 * @param network the network's name; empty for the engine's default
 * @param capabilities the capabilities kept, without {@code CAP_}
 * @param limits what it may use at most
 * @param maxLife after so long it ends by itself, whatever became of whoever made it
 * @param caBundle a CA bundle of the host, mounted read-only at {@link #CA_BUNDLE_PATH}
 */
public record InstallContainer(
    String name,
    String image,
    ImageConfig config,
    Map<String, String> labels,
    Optional<String> network,
    List<String> capabilities,
    ResourceLimits limits,
    Duration maxLife,
    Optional<Path> caBundle) {
  /** In a memory file system, so that not even an empty file of it is committed. */
  public static final String CA_BUNDLE_PATH = "/dev/shm/sandbox-cache-ca.pem";

  /** Copies the collections, so that the record never changes. */
  public InstallContainer {
    labels = Map.copyOf(labels);
    capabilities = List.copyOf(capabilities);
  }
}
