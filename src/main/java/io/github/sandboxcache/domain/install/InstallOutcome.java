package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.install.InstallResult.Remains;
import io.github.sandboxcache.domain.registry.RemoteReference;
import java.time.Duration;
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
  record Installed(String imageId, Optional<InstallNotice.ContainerLeft> left)
      implements InstallOutcome {
    /** Nothing is left. */
    Installed(String imageId) {
      this(imageId, Optional.empty());
    }

    @Override
    public Installed leaving(InstallNotice.ContainerLeft container) {
      return new Installed(imageId, Optional.of(container));
    }
  }

  /**
   * Somebody else had made the image by the time that it was this run's turn.
   *
   * @param left what is left of this run and why, if anything
   */
  record MadeByOthers(Optional<InstallNotice.ContainerLeft> left) implements InstallOutcome {
    /** Nothing is left. */
    MadeByOthers() {
      this(Optional.empty());
    }

    @Override
    public MadeByOthers leaving(InstallNotice.ContainerLeft container) {
      return new MadeByOthers(Optional.of(container));
    }
  }

  /**
   * The image was not made, for the team's registry had it.
   *
   * @param name what it is called there
   */
  record Pulled(RemoteReference name) implements InstallOutcome {
    /** No container was made for it. */
    @Override
    public Pulled leaving(InstallNotice.ContainerLeft container) {
      return this;
    }
  }

  /** No image was kept. */
  record Failed(InstallProblem problem, Remains remains) implements InstallOutcome {
    /** Nothing is left. */
    Failed(InstallProblem problem) {
      this(problem, new Remains.Nothing());
    }

    @Override
    public Failed leaving(InstallNotice.ContainerLeft container) {
      return new Failed(problem, new Remains.Container(container));
    }
  }

  /** The same, with a container that is left and why. */
  InstallOutcome leaving(InstallNotice.ContainerLeft container);

  /** The result for one of those who waited, with its own duration. */
  default InstallResult toResult(InstallRequest request, Duration duration) {
    return switch (this) {
      case Installed(String _, Optional<InstallNotice.ContainerLeft> left) ->
          InstallResult.installed(request, duration).withWarnings(left.stream().toList());
      case Pulled(RemoteReference name) ->
          InstallResult.installed(request, duration)
              .withWarnings(List.of(new InstallNotice.FromRegistry(name)));
      case MadeByOthers(Optional<InstallNotice.ContainerLeft> left) ->
          InstallResult.hit(request, duration).withWarnings(left.stream().toList());
      case Failed(InstallProblem problem, Remains remains) ->
          InstallResult.failed(duration, List.of(problem), remains);
    };
  }
}
