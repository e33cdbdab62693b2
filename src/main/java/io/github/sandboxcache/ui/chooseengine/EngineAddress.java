package io.github.sandboxcache.ui.chooseengine;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** Tells whether a text can be an engine's URI, before anything is tried. */
public final class EngineAddress {
  private static final Set<String> LOCAL = Set.of("unix", "npipe");
  private static final Set<String> REMOTE = Set.of("tcp", "http", "https");

  private EngineAddress() {}

  /** What is wrong with a URI. */
  public enum Problem {
    /** Nothing is typed. */
    EMPTY,
    /** It cannot be read as a URI. */
    MALFORMED,
    /** It has no {@code scheme://}, as a bare path. */
    NO_SCHEME,
    /** Its scheme is not one of those that this app speaks. */
    SCHEME,
    /** A socket without a path. */
    NO_PATH,
    /** A host without a name. */
    NO_HOST
  }

  /** What is wrong with the text; empty when it can be tried. */
  public static Optional<Problem> check(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      return Optional.of(Problem.EMPTY);
    }
    try {
      return check(new URI(stripped));
    } catch (URISyntaxException _) {
      return Optional.of(Problem.MALFORMED);
    }
  }

  private static Optional<Problem> check(URI uri) {
    String scheme = uri.getScheme();
    if (scheme == null) {
      return Optional.of(Problem.NO_SCHEME);
    }
    if (LOCAL.contains(scheme)) {
      String path = uri.getPath();
      return path == null || path.length() < 2 ? Optional.of(Problem.NO_PATH) : Optional.empty();
    }
    if (REMOTE.contains(scheme)) {
      return uri.getHost() == null ? Optional.of(Problem.NO_HOST) : Optional.empty();
    }
    return Optional.of(Problem.SCHEME);
  }
}
