package io.github.sandboxcache.install;

import io.github.sandboxcache.cache.CacheReference;
import io.github.sandboxcache.task.TaskResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an install came to.
 *
 * @param successful whether the image is there now
 * @param cached whether it was there before, so that nothing ran
 * @param duration how long it took
 * @param installedPackages the packages that are in the image; empty after a failure
 * @param reference the image; empty after a failure
 * @param errors why it failed, the package manager's own last lines among them; empty on success
 */
public record InstallResult(
    boolean successful,
    boolean cached,
    Duration duration,
    List<String> installedPackages,
    Optional<CacheReference> reference,
    List<String> errors)
    implements TaskResult {
  /** Copies the lists, so that the record never changes. */
  public InstallResult {
    installedPackages = List.copyOf(installedPackages);
    errors = List.copyOf(errors);
  }

  /** The image was there already. */
  public static InstallResult hit(InstallRequest request, Duration duration) {
    return done(request, true, duration);
  }

  /** The image was made. */
  public static InstallResult installed(InstallRequest request, Duration duration) {
    return done(request, false, duration);
  }

  /** Nothing was kept. */
  public static InstallResult failed(Duration duration, List<String> errors) {
    return new InstallResult(false, false, duration, List.of(), Optional.empty(), errors);
  }

  private static InstallResult done(InstallRequest request, boolean cached, Duration duration) {
    return new InstallResult(
        true, cached, duration, request.packages(), Optional.of(request.reference()), List.of());
  }
}
