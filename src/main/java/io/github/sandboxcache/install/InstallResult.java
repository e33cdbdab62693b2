package io.github.sandboxcache.install;

import io.github.sandboxcache.cache.CacheReference;
import io.github.sandboxcache.task.TaskResult;
import java.time.Duration;
import java.util.ArrayList;
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
 * @param errors why it failed and what to do, then the package manager's own last lines; empty on
 *     success
 * @param warnings what else the user should know, whatever came of it
 * @param remains what a failed install left on the engine
 */
public record InstallResult(
    boolean successful,
    boolean cached,
    Duration duration,
    List<String> installedPackages,
    Optional<CacheReference> reference,
    List<String> errors,
    List<String> warnings,
    Remains remains)
    implements TaskResult {
  /** What is left of an install that failed. */
  public enum Remains {
    /** Nothing at all. */
    NOTHING,
    /** Its container, which could not be removed; the errors name it. */
    CONTAINER,
    /** The engine did not say. */
    UNKNOWN
  }

  /** Copies the lists, so that the record never changes. */
  public InstallResult {
    installedPackages = List.copyOf(installedPackages);
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
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
    return failed(duration, errors, Remains.NOTHING);
  }

  /** No image was kept. */
  public static InstallResult failed(Duration duration, List<String> errors, Remains remains) {
    return new InstallResult(
        false, false, duration, List.of(), Optional.empty(), errors, List.of(), remains);
  }

  /** The same with those warnings besides. */
  InstallResult withWarnings(List<String> more) {
    List<String> all = new ArrayList<>(warnings);
    all.addAll(more);
    return new InstallResult(
        successful, cached, duration, installedPackages, reference, errors, all, remains);
  }

  private static InstallResult done(InstallRequest request, boolean cached, Duration duration) {
    return new InstallResult(
        true,
        cached,
        duration,
        request.packages(),
        Optional.of(request.reference()),
        List.of(),
        List.of(),
        Remains.NOTHING);
  }
}
