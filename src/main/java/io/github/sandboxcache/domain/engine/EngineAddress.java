package io.github.sandboxcache.domain.engine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an engine is, read as the docker command reads it: {@code unix://PATH}, {@code
 * npipe://PATH}, {@code tcp://HOST:PORT/PATH}, {@code ssh://USER@HOST:PORT/SOCKET}, with parts left
 * out that have a usual value, and a host without {@code tcp://}. Besides, {@code http://}, {@code
 * https://} and the bare path of a socket.
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

  /**
   * An engine of another machine, spoken to through a command that {@code ssh} runs there. Each
   * part can stand in that command as it is: none begins with a dash, and the path holds nothing
   * that a shell reads in another way.
   *
   * @param user empty for the one that ssh would take
   * @param host a name, an alias of ssh's settings or an address, one of IPv6 without brackets
   * @param port empty for the one that ssh would take
   * @param socket the path of the engine's socket on that machine; empty for its usual one
   */
  record Ssh(Optional<String> user, String host, OptionalInt port, String socket)
      implements EngineAddress {
    private static final Pattern PARTS =
        Pattern.compile(
            "(?:(?<user>[\\p{L}\\p{N}_][\\p{L}\\p{N}_.+-]*)@)?"
                + "(?<host>[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*|\\[[0-9A-Fa-f:.]+(?:%\\w+)?])"
                + "(?::(?<port>\\d{1,5}))?"
                + "(?<socket>/[\\p{L}\\p{N}_./@+=:,-]*)?");

    private static EngineAddress of(String rest) {
      String authority = rest.replaceFirst("/.*", "");
      if (authority.isEmpty() || authority.endsWith("@")) {
        return new Unusable(Problem.NO_HOST);
      }
      if (authority.matches(".*:.*@.*")) {
        return new Unusable(Problem.PASSWORD);
      }
      Matcher parts = PARTS.matcher(rest);
      if (!parts.matches()) {
        return new Unusable(Problem.MALFORMED);
      }
      OptionalInt port =
          parts.group("port") == null
              ? OptionalInt.empty()
              : OptionalInt.of(Integer.parseInt(parts.group("port")));
      String socket = parts.group("socket") == null ? "" : parts.group("socket");
      return port.orElse(1) < 1 || port.orElse(1) > MAX_PORT
          ? new Unusable(Problem.MALFORMED)
          : new Ssh(
              Optional.ofNullable(parts.group("user")),
              parts.group("host").replaceAll("[\\[\\]]", ""),
              port,
              socket.matches("/+") ? "" : socket);
    }

    /** The address as people write it, the same for all ways to write it. */
    public String uri() {
      return "ssh://"
          + user.map(name -> name + "@").orElse("")
          + (host.contains(":") ? "[" + host + "]" : host)
          + (port.isPresent() ? ":" + port.getAsInt() : "")
          + socket;
    }
  }

  /** No address of an engine that this app can speak to. */
  record Unusable(Problem problem) implements EngineAddress {}

  /** What is wrong with an address. */
  enum Problem {
    /** There is none. */
    EMPTY,
    /** It has a part that cannot be read. */
    MALFORMED,
    /** A password, which ssh takes from nobody but the user. */
    PASSWORD,
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
      case "ssh" -> Ssh.of(rest);
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
