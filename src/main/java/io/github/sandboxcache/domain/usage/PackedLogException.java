package io.github.sandboxcache.domain.usage;

import java.io.IOException;

/**
 * A log is packed in a way that cannot be read here: by another tool, or because it is followed.
 */
public final class PackedLogException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Packing packing;

  /** For that log, packed that way. */
  public PackedLogException(String log, Packing packing) {
    super(log + " is packed: " + packing);
    this.packing = packing;
  }

  /** How it is packed. */
  public Packing packing() {
    return packing;
  }
}
