package io.github.sandboxcache.install;

import io.github.sandboxcache.install.InstallResult.Remains;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one run of an install came to, shared by all who wait for it. */
sealed interface InstallOutcome {
  /**
   * The image was made.
   *
   * @param imageId its id
   * @param left what is left nevertheless and why, if anything
   */
  record Installed(String imageId, Optional<String> left) implements InstallOutcome {
    /** Nothing is left. */
    Installed(String imageId) {
      this(imageId, Optional.empty());
    }

    @Override
    public Installed leaving(String container) {
      return new Installed(imageId, Optional.of(container));
    }
  }

  /**
   * Somebody else had made the image by the time that it was this run's turn.
   *
   * @param left what is left of this run and why, if anything
   */
  record MadeByOthers(Optional<String> left) implements InstallOutcome {
    /** Nothing is left. */
    MadeByOthers() {
      this(Optional.empty());
    }

    @Override
    public MadeByOthers leaving(String container) {
      return new MadeByOthers(Optional.of(container));
    }
  }

  /** No image was kept, for these reasons in plain words. */
  record Failed(List<String> errors, Remains remains) implements InstallOutcome {
    public Failed {
      errors = List.copyOf(errors);
    }

    /** Nothing is left. */
    Failed(List<String> errors) {
      this(errors, Remains.NOTHING);
    }

    @Override
    public Failed leaving(String container) {
      List<String> all = new ArrayList<>(errors);
      all.add(container);
      return new Failed(all, Remains.CONTAINER);
    }
  }

  /** The same, with a container that is left and why. */
  InstallOutcome leaving(String container);

  /** The result for one of those who waited, with its own duration. */
  default InstallResult toResult(InstallRequest request, Duration duration) {
    return switch (this) {
      case Installed(String _, Optional<String> left) ->
          InstallResult.installed(request, duration).withWarnings(left.stream().toList());
      case MadeByOthers(Optional<String> left) ->
          InstallResult.hit(request, duration).withWarnings(left.stream().toList());
      case Failed(List<String> errors, Remains remains) ->
          InstallResult.failed(duration, errors, remains);
    };
  }
}
