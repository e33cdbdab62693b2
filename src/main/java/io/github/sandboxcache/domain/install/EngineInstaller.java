package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.EngineLocks;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import io.github.sandboxcache.domain.registry.RemoteReference;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProcessLocks;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.usage.FactRecorder;
import io.github.sandboxcache.domain.usage.FactSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Installs packages with a container engine. Thread-safe.
 *
 * <p>Every call counts as one lookup: a hit if the image exists, otherwise a miss, even if the same
 * install is already running. In that case the call waits and gets its result: from this process
 * the same result, with an image made from the first caller's base image; from another process a
 * result that is {@code cached}.
 */
public final class EngineInstaller implements Installer {
  private final ContainerEngine engine;
  private final Supplier<InstallSettings> settings;
  private final ImageSource source;
  private final InstallFacts facts;
  private final EngineLocks locks;
  private final String version;
  private final Clock clock;
  private final SharedRuns<CacheReference, InstallOutcome> runs = new SharedRuns<>();

  /**
   * Creates an installer for one engine.
   *
   * @param settings read again for every install
   * @param recorder records every lookup, install and failure
   * @param locks keep processes of this user from installing the same packages at once
   * @param version this app's version, for the image's labels
   */
  public EngineInstaller(
      ContainerEngine engine,
      Supplier<InstallSettings> settings,
      FactRecorder recorder,
      ProcessLocks locks,
      String version,
      Clock clock) {
    this(engine, settings, ImageSource.NONE, recorder, locks, version, clock);
  }

  /**
   * The same that first asks elsewhere for an image.
   *
   * @param source where the usual image of some packages may be had
   */
  public EngineInstaller(
      ContainerEngine engine,
      Supplier<InstallSettings> settings,
      ImageSource source,
      FactRecorder recorder,
      ProcessLocks locks,
      String version,
      Clock clock) {
    this.engine = engine;
    this.settings = settings;
    this.source = source;
    this.facts = new InstallFacts(recorder, FactSource.app(engine.description().endpoint()), clock);
    this.locks = new EngineLocks(engine, locks);
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
              .<InstallProblem>map(
                  problem -> new InstallProblem.BadPackage(request.language(), problem))
              .toList());
    }
    Optional<EngineImage> found;
    try {
      found = engine.image(request.reference().toString());
    } catch (EngineRefusedException e) {
      return InstallResult.failed(since(start), List.of(refused(e)));
    }
    if (found.isPresent()) {
      List<InstallNotice> warnings = new ArrayList<>(neverHit(request));
      warnings.addAll(otherBase(request, found));
      return InstallResult.hit(request, since(start)).withWarnings(warnings);
    }
    List<InstallNotice> warnings = new ArrayList<>(network(request));
    warnings.addAll(neverHit(request));
    warnings.forEach(listener::onNotice);
    InstallResult result =
        runs.run(
                request.reference(),
                listener,
                cancellation,
                new InstallNotice.Shared(),
                (all, allCancelled) -> runLocked(request, recipe.get(), all, allCancelled))
            .toResult(request, since(start));
    if (result.successful() && request.baseImage().isPresent()) {
      warnings.addAll(otherBase(request, imageOf(request)));
    }
    return result.withWarnings(warnings);
  }

  /** Key and name say nothing of the base image, so that another one may be in the cache. */
  private static List<InstallNotice> otherBase(
      InstallRequest request, Optional<EngineImage> image) {
    String made =
        image.map(found -> found.labels().getOrDefault(ImageLabels.BASE_IMAGE, "")).orElse("");
    return request
        .baseImage()
        .filter(base -> !made.isEmpty() && !BaseImages.isSame(base, made))
        .<InstallNotice>map(base -> new InstallNotice.OtherBase(request.reference(), made, base))
        .stream()
        .toList();
  }

  private static List<InstallNotice> neverHit(InstallRequest request) {
    List<String> names = SandboxNames.refused(request.language(), request.packages());
    return names.isEmpty() ? List.of() : List.of(new InstallNotice.NeverHit(names));
  }

  private List<InstallNotice> network(InstallRequest request) {
    return request
        .network()
        .or(settings.get()::network)
        .filter("host"::equals)
        .<InstallNotice>map(_ -> new InstallNotice.HostNetwork())
        .stream()
        .toList();
  }

  private InstallOutcome runLocked(
      InstallRequest request, Recipe recipe, ProgressListener listener, Cancellation cancellation) {
    try (var _ =
        locks.acquire(
            request.reference().toString(),
            "install",
            _ -> listener.onNotice(new InstallNotice.WaitingForOthers()),
            cancellation)) {
      Instant start = clock.instant();
      try {
        InstallOutcome outcome = runInTime(request, recipe, listener, cancellation);
        if (outcome instanceof InstallOutcome.Failed failed) {
          // So that the log says why, also where no package manager said anything.
          listener.onNotice(new InstallNotice.Failed(failed.problem()));
        }
        record(outcome, request, since(start), listener);
        return outcome;
      } catch (EngineUnreachableException e) {
        listener.onLine(String.valueOf(e.getMessage()));
        facts.failed(request, since(start), listener);
        throw e;
      }
    }
  }

  private InstallOutcome runInTime(
      InstallRequest request, Recipe recipe, ProgressListener listener, Cancellation cancellation) {
    InstallSettings now = settings.get();
    Duration limit = request.timeLimit().orElse(now.timeLimit());
    Cancellation early = new Cancellation();
    CompletableFuture<Void> end = new CompletableFuture<>();
    try (var _ = cancellation.onCancel(early::cancel)) {
      var _ =
          end.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
              .whenComplete((_, late) -> Optional.ofNullable(late).ifPresent(_ -> early.cancel()));
      Optional<RemoteReference> pulled = pull(request, listener, early);
      return pulled.isPresent()
          ? new InstallOutcome.Pulled(pulled.get())
          : new InstallRun(engine, request, recipe, now, newMark(), version, listener, early).run();
    } catch (CancellationException e) {
      if (cancellation.isCancelled()) {
        throw e;
      }
      return new InstallOutcome.Failed(new InstallProblem.TimeLimitReached(limit));
    } finally {
      end.complete(null);
    }
  }

  /** Who names a base image or versions wants them, and no image that others made. */
  private Optional<RemoteReference> pull(
      InstallRequest request, ProgressListener listener, Cancellation cancellation) {
    boolean usual = request.baseImage().isEmpty() && request.recorded().isEmpty();
    Optional<RemoteReference> pulled =
        usual ? source.get(request.reference(), listener, cancellation) : Optional.empty();
    pulled.map(InstallNotice.FromRegistry::new).ifPresent(listener::onNotice);
    return pulled;
  }

  private static InstallProblem refused(EngineRefusedException e) {
    return new InstallProblem.Refused(String.valueOf(e.getMessage()));
  }

  /** Once for all who wait for a run; what others made is theirs to tell. */
  private void record(
      InstallOutcome outcome, InstallRequest request, Duration taken, ProgressListener listener) {
    switch (outcome) {
      case InstallOutcome.Installed _ ->
          facts.installed(request, imageOf(request), taken, listener);
      case InstallOutcome.Failed _ -> facts.failed(request, taken, listener);
      case InstallOutcome.MadeByOthers _, InstallOutcome.Pulled _ -> {
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
