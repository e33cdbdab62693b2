package io.github.sandboxcache.domain.settings;

import java.io.IOException;
import java.nio.file.Path;

/** The settings cannot be written. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** For that file and the system's reason. */
  public SettingsException(Path file, IOException cause) {
    super(file + ": " + SystemReason.of(cause), cause);
  }
}
