package io.github.sandboxcache.domain.layers;

import java.util.OptionalLong;

/**
 * A number of bytes on disk.
 *
 * @param bytes 0 or more; without meaning if it is unknown
 */
public record ByteCount(long bytes, Accuracy accuracy) {
  /** No byte, exactly. */
  public static final ByteCount ZERO = new ByteCount(0, Accuracy.EXACT);

  /** Whether it is true to the byte. */
  public boolean exact() {
    return accuracy == Accuracy.EXACT;
  }

  /** Whether anything is known of it. */
  public boolean known() {
    return accuracy != Accuracy.UNKNOWN;
  }

  /** The bytes; empty if they are not known. */
  public OptionalLong knownBytes() {
    return known() ? OptionalLong.of(bytes) : OptionalLong.empty();
  }

  /** This without a part of it, as trusted as the less trusted one. */
  ByteCount minus(ByteCount part) {
    return new ByteCount(Math.max(0, bytes - part.bytes), accuracy.worse(part.accuracy));
  }

  /** Both together, as trusted as the less trusted one. */
  public ByteCount plus(ByteCount other) {
    return new ByteCount(bytes + other.bytes, accuracy.worse(other.accuracy));
  }
}
