package io.github.sandboxcache.install;

import io.github.sandboxcache.install.InstallResult.Remains;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What one run of an install came to, shared by all who wait for it. */
sealed interface InstallOutcome {
  /**
   * The image was made.
   *
   * @param imageId its id
   */
  record Installed(String imageId) implements InstallOutcome {}

  /** Somebody else had made the image by the time that it was this run's turn. */
  record MadeByOthers() implements InstallOutcome {}

  /** No image was kept, for these reasons in plain words. */
  record Failed(List<String> errors, Remains remains) implements InstallOutcome {
    public Failed {
      errors = List.copyOf(errors);
    }

    /** Nothing is left. */
    Failed(List<String> errors) {
      this(errors, Remains.NOTHING);
    }

    /** The same, with a container that is left and why. */
    Failed leaving(String container) {
      List<String> all = new ArrayList<>(errors);
      all.add(container);
      return new Failed(all, Remains.CONTAINER);
    }
  }

  /** The result for one of those who waited, with its own duration. */
  default InstallResult toResult(InstallRequest request, Duration duration) {
    return switch (this) {
      case Installed(String _) -> InstallResult.installed(request, duration);
      case MadeByOthers() -> InstallResult.hit(request, duration);
      case Failed(List<String> errors, Remains remains) ->
          InstallResult.failed(duration, errors, remains);
    };
  }
}
