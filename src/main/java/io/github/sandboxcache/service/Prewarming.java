package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.install.InstallProblem;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.install.InstallResult.Remains;
import io.github.sandboxcache.domain.install.Installer;
import io.github.sandboxcache.domain.install.PrewarmReport;
import io.github.sandboxcache.domain.install.PrewarmReport.Done;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.usage.MissedSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Installs missed sets one after the other. One that fails never stops the others.
 *
 * @param installer installs each
 */
record Prewarming(Installer installer, Clock clock) {
  /**
   * Installs those sets.
   *
   * @param network the engine's network; empty for the settings' one
   * @throws CancellationException when it was cancelled before any install had ended
   */
  PrewarmReport run(
      List<MissedSet> sets,
      Optional<String> network,
      ProgressListener listener,
      Cancellation cancellation) {
    List<Done> done = new ArrayList<>();
    for (MissedSet set : sets) {
      try {
        cancellation.throwIfCancelled();
        listener.onLine(String.join(" ", set.packages().orElse(List.of())));
        PartOfWhole part = new PartOfWhole(listener, "prewarm", done.size(), sets.size());
        done.add(new Done(set, install(set, network, part, cancellation)));
      } catch (CancellationException e) {
        if (done.isEmpty()) {
          throw e;
        }
        return new PrewarmReport(done, sets.subList(done.size(), sets.size()));
      }
    }
    return new PrewarmReport(done, List.of());
  }

  private InstallResult install(
      MissedSet set, Optional<String> network, ProgressListener part, Cancellation cancellation) {
    Instant start = clock.instant();
    List<String> packages = set.packages().orElse(List.of());
    InstallRequest request =
        new InstallRequest(set.reference().language(), packages, Optional.empty(), network);
    try {
      return installer.install(request, part, cancellation);
    } catch (EngineException e) {
      return InstallResult.failed(
          Duration.between(start, clock.instant()),
          List.of(new InstallProblem.EngineFailed(String.valueOf(e.getMessage()))),
          new Remains.Unknown());
    }
  }
}
