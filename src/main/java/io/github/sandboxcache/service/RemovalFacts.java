package io.github.sandboxcache.service;

import io.github.sandboxcache.catalog.CachedImage;
import io.github.sandboxcache.removal.RemovalReport;
import io.github.sandboxcache.usage.FactIdentity;
import io.github.sandboxcache.usage.FactKind;
import io.github.sandboxcache.usage.FactRecorder;
import io.github.sandboxcache.usage.FactSource;
import io.github.sandboxcache.usage.UsageFact;
import io.github.sandboxcache.usage.UsageLedgerException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes down what a prune or clear removed. What is gone is gone, also when that fails. */
final class RemovalFacts {
  private static final Logger LOG = LoggerFactory.getLogger(RemovalFacts.class);

  private final FactRecorder recorder;
  private final FactSource source;
  private final Clock clock;

  RemovalFacts(FactRecorder recorder, FactSource source, Clock clock) {
    this.recorder = recorder;
    this.source = source;
    this.clock = clock;
  }

  void takeDown(RemovalReport report) {
    if (report.removed().isEmpty()) {
      return;
    }
    try {
      int _ = recorder.record(report.removed().stream().map(this::fact).toList());
    } catch (UsageLedgerException e) {
      LOG.warn("the removal of {} images is not noted", report.removed().size(), e);
    }
  }

  private UsageFact fact(CachedImage removed) {
    UsageFact fact =
        UsageFact.of(
                clock.instant(),
                FactKind.REMOVED,
                removed.reference(),
                source,
                FactIdentity.random())
            .withImageId(removed.image().id())
            .withBytes(removed.image().sizeBytes());
    return removed.packages().map(fact::withPackages).orElse(fact);
  }
}
