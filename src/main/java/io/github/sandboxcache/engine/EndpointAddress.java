package io.github.sandboxcache.engine;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Reads what people write for an engine's address. */
final class EndpointAddress {
  private static final int DEFAULT_PORT = 2375;

  private EndpointAddress() {}

  /**
   * The address as the transport takes it, or empty when it is of a kind that this app does not
   * know.
   *
   * @param text {@code unix://}, {@code tcp://}, {@code http://}, {@code npipe://} or the absolute
   *     path of a socket
   */
  static Optional<URI> parse(String text) {
    try {
      URI uri = text.startsWith("/") ? new URI("unix", "", text, null) : new URI(text);
      return switch (Objects.requireNonNullElse(uri.getScheme(), "")) {
        case "unix", "npipe" ->
            uri.getPath() == null || uri.getPath().isEmpty() ? Optional.empty() : Optional.of(uri);
        case "tcp", "http" -> tcp(uri);
        default -> Optional.empty();
      };
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  /** The socket's file, for an address that has one. */
  static Optional<Path> socketFile(URI uri) {
    return "unix".equals(uri.getScheme()) ? Optional.of(Path.of(uri.getPath())) : Optional.empty();
  }

  private static Optional<URI> tcp(URI uri) throws URISyntaxException {
    if (uri.getHost() == null) {
      return Optional.empty();
    }
    int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
    return Optional.of(new URI("tcp", null, uri.getHost(), port, uri.getPath(), null, null));
  }
}
