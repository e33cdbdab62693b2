package io.github.sandboxcache.install;

import io.github.sandboxcache.cache.CacheReference;
import io.github.sandboxcache.port.ContainerEngine;
import io.github.sandboxcache.port.EngineException;
import io.github.sandboxcache.port.EngineImage;
import io.github.sandboxcache.port.EngineRefusedException;
import io.github.sandboxcache.port.EngineUnreachableException;
import io.github.sandboxcache.task.Cancellation;
import io.github.sandboxcache.task.ProcessLocks;
import io.github.sandboxcache.task.ProgressListener;
import io.github.sandboxcache.text.Texts;
import io.github.sandboxcache.usage.FactRecorder;
import io.github.sandboxcache.usage.FactSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Installs on a container engine. Thread-safe.
 *
 * <p>Every call is one lookup: a hit when the image is there at once, else a miss, also for one who
 * then shares or waits for an install that runs already. That one gets the first's result: in this
 * process the very same, made from the first's base image; of another process {@code cached}.
 */
public final class EngineInstaller implements Installer {
  private final ContainerEngine engine;
  private final Supplier<InstallSettings> settings;
  private final InstallFacts facts;
  private final ProcessLocks locks;
  private final String version;
  private final Clock clock;
  private final SharedRuns<CacheReference, InstallOutcome> runs = new SharedRuns<>();

  /**
   * An installer for one engine.
   *
   * @param settings asked anew for every install
   * @param recorder takes down every lookup, install and failure
   * @param locks keep processes of this user from installing the same at once
   * @param version this app's version, for the image's labels
   */
  public EngineInstaller(
      ContainerEngine engine,
      Supplier<InstallSettings> settings,
      FactRecorder recorder,
      ProcessLocks locks,
      String version,
      Clock clock) {
    this.engine = engine;
    this.settings = settings;
    this.facts = new InstallFacts(recorder, FactSource.app(engine.description().endpoint()), clock);
    this.locks = locks;
    this.version = version;
    this.clock = clock;
  }

  @Override
  public InstallResult install(
      InstallRequest request, ProgressListener listener, Cancellation cancellation) {
    cancellation.throwIfCancelled();
    Instant start = clock.instant();
    List<PackageProblem> problems = PackageRules.checkAll(request.language(), request.packages());
    Optional<Recipe> recipe = Recipe.of(request.language());
    if (recipe.isEmpty() || !problems.isEmpty()) {
      return InstallResult.failed(
          since(start),
          problems.stream()
              .map(problem -> PackageProblemText.of(request.language(), problem))
              .toList());
    }
    Optional<EngineImage> found;
    try {
      found = engine.image(request.reference().toString());
    } catch (EngineRefusedException e) {
      return InstallResult.failed(since(start), InstallFailureText.refused(e));
    }
    facts.lookup(request, found, listener);
    if (found.isPresent()) {
      return InstallResult.hit(request, since(start));
    }
    return runs.run(
            request.reference(),
            listener,
            cancellation,
            Texts.text("install.shared"),
            (all, allCancelled) -> runLocked(request, recipe.get(), all, allCancelled))
        .toResult(request, since(start));
  }

  private InstallOutcome runLocked(
      InstallRequest request, Recipe recipe, ProgressListener listener, Cancellation cancellation) {
    String what = engine.description().endpoint() + "\n" + request.reference();
    try (var _ =
        locks.acquire(
            what, "install", _ -> listener.onLine(Texts.text("install.waiting")), cancellation)) {
      Instant start = clock.instant();
      try {
        InstallOutcome outcome =
            new InstallRun(
                    engine,
                    request,
                    recipe,
                    settings.get(),
                    newMark(),
                    version,
                    listener,
                    cancellation)
                .run();
        takeDown(outcome, request, since(start), listener);
        return outcome;
      } catch (EngineUnreachableException e) {
        facts.failed(request, since(start), listener);
        throw e;
      }
    }
  }

  /** Once for all who wait for a run; what others made is theirs to tell. */
  private void takeDown(
      InstallOutcome outcome, InstallRequest request, Duration taken, ProgressListener listener) {
    switch (outcome) {
      case InstallOutcome.Installed() ->
          facts.installed(request, imageOf(request), taken, listener);
      case InstallOutcome.Failed(List<String> _) -> facts.failed(request, taken, listener);
      case InstallOutcome.MadeByOthers() -> {
        // Theirs to tell.
      }
    }
  }

  private Optional<EngineImage> imageOf(InstallRequest request) {
    try {
      return engine.image(request.reference().toString());
    } catch (EngineException _) {
      // The image is there all the same; only its id and size remain unknown.
      return Optional.empty();
    }
  }

  private InstallMark newMark() {
    String token = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    return new InstallMark(token, ContainerOwner.self(), clock.instant());
  }

  private Duration since(Instant start) {
    Duration elapsed = Duration.between(start, clock.instant());
    return elapsed.isNegative() ? Duration.ZERO : elapsed;
  }
}
