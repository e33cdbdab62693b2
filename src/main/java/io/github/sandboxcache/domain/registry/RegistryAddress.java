package io.github.sandboxcache.domain.registry;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a team's cache is: a registry, and the namespace below which its images are.
 *
 * @param host the registry's name or address with its port, if any, as in {@code
 *     registry.example.com:5000}; it has a dot or a port, or is {@code localhost}, for that is how
 *     engines tell a registry from a namespace
 * @param namespace what stands before the name of each image, without slashes at its ends; may be
 *     empty
 */
public record RegistryAddress(String host, String namespace) {
  /** What the docker command calls its own registry. */
  public static final String HUB = "docker.io";

  private static final int MAX_CHARS = 200;

  private static final Pattern HOST =
      Pattern.compile(
          "(?:localhost|[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+\\])"
              + "(?::[0-9]{1,5})?");

  private static final Pattern NAMESPACE =
      Pattern.compile(
          "(?:[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*"
              + "(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*)?");

  private static final Pattern LOOPBACK =
      Pattern.compile("(?:localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1\\])(?::[0-9]+)?");

  /** Refuses what no engine takes for a registry with a namespace. */
  public RegistryAddress {
    if (host.length() + namespace.length() > MAX_CHARS
        || !HOST.matcher(host).matches()
        || !isRegistry(host)
        || !NAMESPACE.matcher(namespace).matches()) {
      throw new IllegalArgumentException("not a registry with a namespace: " + host);
    }
  }

  /**
   * Reads an address as people write it: {@code registry.example.com/team/mcp-cache}, also with
   * {@code https://} before it and a slash behind.
   *
   * @return empty for anything else
   */
  public static Optional<RegistryAddress> parse(String text) {
    String plain = text.strip().replaceFirst("^(?i)https?://", "").replaceFirst("/+$", "");
    int slash = plain.indexOf('/');
    String host = slash < 0 ? plain : plain.substring(0, slash);
    try {
      return Optional.of(
          new RegistryAddress(
              host.toLowerCase(Locale.ROOT), slash < 0 ? "" : plain.substring(slash + 1)));
    } catch (IllegalArgumentException _) {
      // As likely a slip of the user as anything else, so it is no error here.
      return Optional.empty();
    }
  }

  private static boolean isRegistry(String host) {
    return host.contains(".") || host.contains(":") || host.equals("localhost");
  }

  /** Whether it is on the engine's own machine, where engines speak plain HTTP, too. */
  public boolean isLoopback() {
    return isLoopback(host);
  }

  /** Whether a host, with or without a port, is the machine itself. */
  public static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host).matches();
  }

  /** As people write it. */
  @Override
  public String toString() {
    return namespace.isEmpty() ? host : host + "/" + namespace;
  }
}
