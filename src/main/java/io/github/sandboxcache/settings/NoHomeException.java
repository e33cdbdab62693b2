package io.github.sandboxcache.settings;

import io.github.sandboxcache.text.Texts;

/** It cannot be told where this user's files belong. */
public final class NoHomeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean wrongUsage;

  private NoHomeException(String message, boolean wrongUsage) {
    super(message);
    this.wrongUsage = wrongUsage;
  }

  /** The system knows no home directory. */
  static NoHomeException unknown() {
    return new NoHomeException(Texts.text("home.unknown", AppDirectories.HOME_VARIABLE), false);
  }

  /** A variable holds what is no absolute path. */
  static NoHomeException notAbsolute(String variable, String value) {
    return new NoHomeException(Texts.text("home.not-absolute", variable, value), true);
  }

  /** Whether a variable is wrong, rather than missing. */
  public boolean isWrongUsage() {
    return wrongUsage;
  }
}
