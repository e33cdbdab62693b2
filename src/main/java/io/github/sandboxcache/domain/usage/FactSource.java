package io.github.sandboxcache.domain.usage;

/**
 * Where a fact is known from.
 *
 * @param type which kind of source
 * @param name which one of that kind: an engine's address, a log file's path; untrusted, may be
 *     empty
 */
public record FactSource(Type type, String name) {
  /** The kinds of sources. */
  public enum Type {
    /** This app did it itself. */
    APP,
    /** It stands in a log of the sandbox server. */
    LOG,
    /** The engine told of it. */
    ENGINE
  }

  /** This app itself, working on that engine. */
  public static FactSource app(String engine) {
    return new FactSource(Type.APP, engine);
  }

  /** A log of the sandbox server, named by its path. */
  public static FactSource log(String path) {
    return new FactSource(Type.LOG, path);
  }

  /** That engine's events and containers. */
  public static FactSource engine(String engine) {
    return new FactSource(Type.ENGINE, engine);
  }
}
