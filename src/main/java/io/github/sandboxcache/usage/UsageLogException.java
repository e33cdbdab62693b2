package io.github.sandboxcache.usage;

import java.io.IOException;
import java.nio.file.Path;

/** The usage log's file cannot be used. */
public final class UsageLogException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** For that file and the system's reason. */
  public UsageLogException(Path file, IOException cause) {
    super("cannot use the usage log " + file + ": " + cause.getMessage(), cause);
  }
}
