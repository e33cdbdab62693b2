package io.github.sandboxcache.domain.engine;

import java.nio.file.Path;

/**
 * Where an engine is, read as the docker command reads it: {@code unix://PATH}, {@code
 * npipe://PATH}, {@code tcp://HOST:PORT/PATH}, with parts left out that have a usual value, and a
 * host without {@code tcp://}. Besides, {@code http://}, {@code https://} and the bare path of a
 * socket.
 */
public sealed interface EngineAddress {
  /** The port when none is given; with TLS, too, as for the docker command. */
  int DEFAULT_PORT = 2375;

  /** The host when none is given. */
  String LOCAL_HOST = "127.0.0.1";

  /** The highest port there is. */
  int MAX_PORT = 65_535;

  /**
   * The file of a socket.
   *
   * @param file absolute
   */
  record Socket(Path file) implements EngineAddress {}

  /**
   * A named pipe of Windows.
   *
   * @param path {@code //./pipe/…}
   */
  record Pipe(String path) implements EngineAddress {}

  /**
   * A host.
   *
   * @param host a name or an address, one of IPv6 without brackets
   * @param path what comes before each path of the API; empty for nothing
   * @param tls whether it is asked for by the address itself
   */
  record Tcp(String host, int port, String path, boolean tls) implements EngineAddress {}

  /** No address of an engine that this app can speak to. */
  record Unusable(Problem problem) implements EngineAddress {}

  /** What is wrong with an address. */
  enum Problem {
    /** There is none. */
    EMPTY,
    /** It has a part that cannot be read. */
    MALFORMED,
    /** {@code ssh://}, which needs another program. */
    SSH,
    /** Its scheme is none of those above. */
    SCHEME,
    /** A socket or pipe without a path. */
    NO_PATH,
    /** A path where the host should be. */
    NO_HOST
  }

  /** Reads an address; white space around it does not count. */
  static EngineAddress parse(String text) {
    String given = text.strip();
    if (given.isEmpty()) {
      return new Unusable(Problem.EMPTY);
    }
    if (given.startsWith("/")) {
      return socket(given);
    }
    int end = given.indexOf("://");
    String rest = end < 0 ? given : given.substring(end + 3);
    return switch (end < 0 ? "tcp" : given.substring(0, end)) {
      case "unix" -> socket(rest.isEmpty() ? "/var/run/docker.sock" : rest);
      case "npipe" -> pipe(rest.isEmpty() ? "//./pipe/docker_engine" : rest.replace('\\', '/'));
      case "tcp", "http" -> tcp(rest, false);
      case "https" -> tcp(rest, true);
      case "ssh" -> new Unusable(Problem.SSH);
      default -> new Unusable(Problem.SCHEME);
    };
  }

  private static EngineAddress socket(String path) {
    Path file = Path.of(path).toAbsolutePath();
    return file.getFileName() == null ? new Unusable(Problem.NO_PATH) : new Socket(file);
  }

  private static EngineAddress pipe(String path) {
    return path.startsWith("//") ? new Pipe(path) : new Unusable(Problem.NO_PATH);
  }

  private static EngineAddress tcp(String rest, boolean tls) {
    int slash = rest.indexOf('/');
    String path = slash < 0 ? "" : rest.substring(slash);
    String hostAndPort = slash < 0 ? rest : rest.substring(0, slash);
    if (hostAndPort.isEmpty() && path.length() > 1) {
      return new Unusable(Problem.NO_HOST);
    }
    // Only in front of a port an address of IPv6 needs its brackets.
    boolean bareIp6 = hostAndPort.matches("[0-9A-Fa-f]*:[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");
    int colon = bareIp6 ? -1 : hostAndPort.lastIndexOf(':');
    boolean portGiven = colon >= 0 && !hostAndPort.endsWith("]");
    String host = portGiven ? hostAndPort.substring(0, colon) : hostAndPort;
    String port = portGiven ? hostAndPort.substring(colon + 1) : "";
    boolean legible =
        port.matches("\\d{0,5}")
            && (bareIp6 || host.matches("\\[[0-9A-Fa-f:.]+(%\\w+)?]|[\\p{L}\\p{N}._-]*"));
    int number = legible && !port.isEmpty() ? Integer.parseInt(port) : DEFAULT_PORT;
    return legible && number <= MAX_PORT
        ? new Tcp(host.isEmpty() ? LOCAL_HOST : host.replaceAll("[\\[\\]]", ""), number, path, tls)
        : new Unusable(Problem.MALFORMED);
  }
}
