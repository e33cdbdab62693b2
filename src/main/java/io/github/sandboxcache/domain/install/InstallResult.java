package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.task.TaskResult;
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
 * @param problems why it failed; empty on success
 * @param warnings what else the user should know, whatever came of it
 * @param remains what a failed install left on the engine
 */
public record InstallResult(
    boolean successful,
    boolean cached,
    Duration duration,
    List<String> installedPackages,
    Optional<CacheReference> reference,
    List<InstallProblem> problems,
    List<InstallNotice> warnings,
    Remains remains)
    implements TaskResult {
  /** What is left of an install that failed. */
  public sealed interface Remains {
    /** Nothing at all. */
    record Nothing() implements Remains {}

    /** Its container, which could not be removed. */
    record Container(InstallNotice.ContainerLeft left) implements Remains {}

    /** The engine did not say. */
    record Unknown() implements Remains {}
  }

  /** Copies the lists, so that the record never changes. */
  public InstallResult {
    installedPackages = List.copyOf(installedPackages);
    problems = List.copyOf(problems);
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
  public static InstallResult failed(Duration duration, List<InstallProblem> problems) {
    return failed(duration, problems, new Remains.Nothing());
  }

  /** No image was kept. */
  public static InstallResult failed(
      Duration duration, List<InstallProblem> problems, Remains remains) {
    return new InstallResult(
        false, false, duration, List.of(), Optional.empty(), problems, List.of(), remains);
  }

  /** The same with those warnings besides. */
  InstallResult withWarnings(List<? extends InstallNotice> more) {
    List<InstallNotice> all = new ArrayList<>(warnings);
    all.addAll(more);
    return new InstallResult(
        successful, cached, duration, installedPackages, reference, problems, all, remains);
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
        new Remains.Nothing());
  }
}
