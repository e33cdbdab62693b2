package io.github.sandboxcache.domain.engine;

/**
 * One place where no engine could be used.
 *
 * @param place the socket's path, the URI, or the name of the variable
 * @param source which rule led there
 * @param failure what was found there
 * @param detail the system's or engine's own words, for the log and the tooltip; may be empty
 */
public record EngineAttempt(String place, Source source, Failure failure, String detail) {
  /** Which rule named the place. */
  public enum Source {
    /** The command line or the user's choice in the window. */
    CHOSEN,
    /** The variable {@code DOCKER_HOST}, or those for TLS. */
    ENVIRONMENT,
    /** The docker command's current context. */
    CONTEXT,
    /** Docker's usual local socket. */
    DOCKER_SOCKET,
    /** Docker Desktop's socket in the home directory. */
    DOCKER_DESKTOP,
    /** Docker running without root. */
    DOCKER_ROOTLESS,
    /** Rancher Desktop's socket in the home directory. */
    RANCHER_DESKTOP,
    /** OrbStack's socket in the home directory. */
    ORBSTACK,
    /** The socket of a profile of Colima. */
    COLIMA,
    /** The socket of a virtual machine of Lima. */
    LIMA,
    /** Podman's API socket. */
    PODMAN_SOCKET,
    /** The API socket of a virtual machine of Podman. */
    PODMAN_MACHINE
  }

  /** What was found instead of an engine. */
  public enum Failure {
    /** The variable or the context names nothing. */
    NOT_SET,
    /** No such file or host. */
    NOT_THERE,
    /** It is there, and this user may not use it. */
    NOT_ALLOWED,
    /** It is there, and nothing answers. */
    NOT_RUNNING,
    /** Something answered, but not as an engine that this app can speak to. */
    NOT_USABLE,
    /** The URI is of a kind that this app does not know. */
    NOT_SUPPORTED
  }
}
