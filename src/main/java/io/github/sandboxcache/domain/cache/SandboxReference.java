package io.github.sandboxcache.domain.cache;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reference whose repository is the sandbox's: either a cached image or one of its base images.
 * Every other reference is foreign and has no value of this type.
 */
public sealed interface SandboxReference permits CacheReference, BaseReference {
  /** What every repository of the sandbox starts with. */
  String PREFIX = "mcp-sandbox-";

  /** The reference as the user knows it, without a registry. */
  @Override
  String toString();

  /**
   * Reads a reference without a registry part, as Docker writes local images.
   *
   * @return a {@link CacheReference} for exactly {@code mcp-sandbox-<language>:<12 lower-case hex
   *     digits>}; a {@link BaseReference} for any other tag of a repository whose one-part name
   *     starts with {@code mcp-sandbox-}; empty for everything foreign
   */
  static Optional<SandboxReference> parse(String reference) {
    Matcher cached = Patterns.CACHED.matcher(reference);
    if (cached.matches()) {
      return Optional.of(new CacheReference(new Language(cached.group(1)), cached.group(2)));
    }
    return Patterns.BASE.matcher(reference).matches()
        ? Optional.of(new BaseReference(reference))
        : Optional.empty();
  }

  /** Keeps the compiled patterns out of the type's public face. */
  final class Patterns {
    private static final Pattern CACHED =
        Pattern.compile(PREFIX + "(" + Language.PATTERN + "):(" + CacheReference.TAG_PATTERN + ")");

    // No slash and one colon only: "mcp-sandbox-tools/app:1" and "mcp-sandbox-registry:5000/x:1"
    // name somebody else's repositories.
    private static final Pattern BASE = Pattern.compile(PREFIX + "[^/:@]+:[^/:@]+");

    private Patterns() {}
  }
}
