package io.github.sandboxcache.install;

import java.time.Duration;
import java.util.List;

/** What one run of an install came to, shared by all who wait for it. */
sealed interface InstallOutcome {
  /** The image was made. */
  record Installed() implements InstallOutcome {}

  /** Somebody else had made the image by the time that it was this run's turn. */
  record MadeByOthers() implements InstallOutcome {}

  /** Nothing was kept, for these reasons in plain words. */
  record Failed(List<String> errors) implements InstallOutcome {
    public Failed {
      errors = List.copyOf(errors);
    }
  }

  /** The result for one of those who waited, with its own duration. */
  default InstallResult toResult(InstallRequest request, Duration duration) {
    return switch (this) {
      case Installed() -> InstallResult.installed(request, duration);
      case MadeByOthers() -> InstallResult.hit(request, duration);
      case Failed(List<String> errors) -> InstallResult.failed(duration, errors);
    };
  }
}
