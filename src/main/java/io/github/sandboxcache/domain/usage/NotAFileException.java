package io.github.sandboxcache.domain.usage;

import java.io.IOException;

/** A directory or a device stands where a log should be. */
public final class NotAFileException extends IOException {
  private static final long serialVersionUID = 1L;

  /** At that path. */
  public NotAFileException(String path) {
    super(path);
  }
}
