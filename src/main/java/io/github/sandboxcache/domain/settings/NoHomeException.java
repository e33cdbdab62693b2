package io.github.sandboxcache.domain.settings;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** It cannot be told where this user's files belong. */
public final class NoHomeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String variable;
  private final @Nullable String wrongValue;

  private NoHomeException(String variable, @Nullable String wrongValue, String message) {
    super(message);
    this.variable = variable;
    this.wrongValue = wrongValue;
  }

  /** The system knows no home directory. */
  static NoHomeException unknown() {
    return new NoHomeException(AppDirectories.HOME_VARIABLE, null, "no home directory");
  }

  /** A variable holds what is no absolute path. */
  static NoHomeException notAbsolute(String variable, String value) {
    return new NoHomeException(variable, value, variable + " is no absolute path: " + value);
  }

  /** The variable that is wrong, or that would help. */
  public String variable() {
    return variable;
  }

  /** What the variable holds and must not; untrusted; empty when it is not set. */
  public Optional<String> wrongValue() {
    return Optional.ofNullable(wrongValue);
  }
}
