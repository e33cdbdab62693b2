package io.github.sandboxcache.install;

import io.github.sandboxcache.task.ProgressListener;
import io.github.sandboxcache.text.Texts;
import io.github.sandboxcache.usage.Lookup;
import io.github.sandboxcache.usage.UsageLog;
import io.github.sandboxcache.usage.UsageLogException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts lookups. An install goes on when they cannot be counted. Thread-safe. */
final class LookupRecorder {
  private static final Logger LOG = LoggerFactory.getLogger(LookupRecorder.class);

  private final UsageLog usage;
  private final Clock clock;
  private final AtomicBoolean failureLogged = new AtomicBoolean();

  LookupRecorder(UsageLog usage, Clock clock) {
    this.usage = usage;
    this.clock = clock;
  }

  void record(InstallRequest request, boolean hit, ProgressListener listener) {
    Lookup lookup =
        new Lookup(
            clock.instant(), request.language(), request.key().hex(), request.packages(), hit);
    try {
      usage.record(lookup);
    } catch (UsageLogException e) {
      if (failureLogged.compareAndSet(false, true)) {
        LOG.warn("lookups are not counted", e);
      }
      listener.onLine(Texts.text("install.not-counted"));
    }
  }
}
