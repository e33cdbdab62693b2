package io.github.sandboxcache.adapter.docker;

import io.github.sandboxcache.domain.engine.EngineAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** An engine's address as the transport takes it. */
final class EndpointAddress {
  private EndpointAddress() {}

  /**
   * The URI of that address.
   *
   * @throws IOException when the host has no address
   */
  static URI uri(EngineAddress address) throws IOException {
    try {
      return switch (address) {
        case EngineAddress.Socket(var file) -> new URI("unix", "", file.toString(), null);
        case EngineAddress.Pipe(var path) -> new URI("npipe", "", path, null);
        case EngineAddress.Tcp(var host, var port, var path, var _) ->
            new URI("tcp", null, legible(host), port, path, null, null);
        case EngineAddress.Ssh ssh ->
            throw new IllegalArgumentException("no transport speaks ssh: " + ssh.uri());
        case EngineAddress.Unusable(var problem) ->
            throw new IllegalArgumentException("no address: " + problem);
      };
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  /** The address as people write it. */
  static String text(URI uri) {
    return "unix".equals(uri.getScheme()) ? "unix://" + uri.getPath() : uri.toString();
  }

  /** The same address where it leads to a socket by links, else the address as it is. */
  static String withoutLinks(String address) {
    return EngineAddress.parse(address) instanceof EngineAddress.Socket(Path file)
        ? "unix://" + target(file)
        : address;
  }

  /** The file that all links to it lead to. */
  static Path target(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException _) {
      // Nothing is there, or it is not for us.
      return file;
    }
  }

  /** URIs know no host with an underscore, which docker and many networks do. */
  private static String legible(String host) throws IOException {
    return host.contains("_") ? InetAddress.getByName(host).getHostAddress() : host;
  }
}
