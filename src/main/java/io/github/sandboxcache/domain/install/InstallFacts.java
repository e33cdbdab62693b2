package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactRecorder;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes down what installs do. That this app looks whether an image is there is no lookup of a
 * sandbox, so that installs ahead do not lower the hit rate. An install goes on when nothing can be
 * taken down. Thread-safe.
 */
final class InstallFacts {
  private static final Logger LOG = LoggerFactory.getLogger(InstallFacts.class);

  private final FactRecorder recorder;
  private final FactSource source;
  private final Clock clock;
  private final AtomicBoolean failureLogged = new AtomicBoolean();

  InstallFacts(FactRecorder recorder, FactSource source, Clock clock) {
    this.recorder = recorder;
    this.source = source;
    this.clock = clock;
  }

  /** The packages were installed, and are that image when the engine could still say so. */
  void installed(
      InstallRequest request,
      Optional<EngineImage> image,
      Duration duration,
      ProgressListener listener) {
    UsageFact fact = fact(FactKind.INSTALLED, request).withDuration(duration);
    record(withImage(fact, image), listener);
  }

  /** The install failed after that time. */
  void failed(InstallRequest request, Duration duration, ProgressListener listener) {
    record(fact(FactKind.FAILED, request).withDuration(duration), listener);
  }

  private UsageFact fact(FactKind kind, InstallRequest request) {
    return UsageFact.of(clock.instant(), kind, request.reference(), source, FactIdentity.random())
        .withPackages(request.packages());
  }

  private static UsageFact withImage(UsageFact fact, Optional<EngineImage> image) {
    return image
        .map(found -> fact.withImageId(found.id()).withBytes(found.sizeBytes()))
        .orElse(fact);
  }

  private void record(UsageFact fact, ProgressListener listener) {
    try {
      int _ = recorder.record(List.of(fact));
    } catch (UsageLedgerException e) {
      if (failureLogged.compareAndSet(false, true)) {
        LOG.warn("installs are not recorded", e);
      }
      listener.onNotice(new InstallNotice.NotCounted());
    }
  }
}
