package io.github.sandboxcache.domain.layers;

/** How far a number of bytes can be trusted, the most trusted first. */
public enum Accuracy {
  /** To the byte, as the engine counts. */
  EXACT,
  /** The engine's history can be read in more than one way, and nothing it says decides. */
  AMBIGUOUS,
  /** The engine does not say what a layer takes on disk, or what its compressed form does. */
  ESTIMATED,
  /** The engine says neither how large an image is nor how it was made. */
  UNKNOWN;

  /** The less trusted of two: what a sum of both deserves. */
  Accuracy worse(Accuracy other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
