package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.Containers;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.service.Overview;
import io.github.sandboxcache.text.Texts;
import java.util.Optional;

/** Reads for a verb what there is and what it was good for, and says what could not be read. */
record CacheReading(CacheAccess access, Output output, Problems problems) {
  /** What the engine has. */
  Catalog list(CacheService cache) {
    Catalog catalog;
    try (ProgressLine progress = output.progress()) {
      progress.onProgress(Progress.of("list", ""));
      catalog = cache.list();
    }
    sayContainers(catalog);
    return catalog;
  }

  /** The same with pins and uses, those included that followed logs tell and nobody has noted. */
  Overview overview(CacheService cache, TimeRange range) {
    Optional<UsageLedgerException> logsNotRead =
        cache.engine().sample() ? Optional.empty() : readLogs();
    Overview seen;
    try (ProgressLine progress = output.progress()) {
      progress.onProgress(Progress.of("list", ""));
      seen = cache.overview(range);
    }
    sayContainers(seen.catalog());
    seen.usesUnknown().ifPresent(problems::usesUnknown);
    if (seen.usage().isPresent()) {
      logsNotRead.or(seen::ledgerFailure).ifPresent(problems::ledgerBehind);
    } else {
      seen.ledgerFailure().ifPresent(problems::ledger);
    }
    return seen;
  }

  /**
   * Takes down what followed logs and containers tell of uses and nobody has noted. Says so where
   * that cannot be done.
   *
   * @return whether all uses are known now
   */
  boolean noteUses(CacheService cache) {
    if (cache.engine().sample()) {
      return true;
    }
    try {
      if (!readLogsOnce()) {
        output.problem(Texts.text("cli.prune.logs-behind"));
        return false;
      }
    } catch (UsageLedgerException e) {
      problems.lastUsesUnknown(e);
      return false;
    }
    cache.catchUp();
    Optional<UsageLedgerException> why = access.usage().whyNotWritable();
    why.ifPresent(problems::lastUsesUnknown);
    return why.isEmpty();
  }

  /** Takes what is new in the followed logs in; says so when there is too much of it. */
  Optional<UsageLedgerException> readLogs() {
    try {
      if (!readLogsOnce()) {
        output.detail(Texts.text("cli.logs.behind"));
      }
    } catch (UsageLedgerException e) {
      // It may be readable when it cannot be written.
      return Optional.of(e);
    }
    return Optional.empty();
  }

  /** Whether they were read to their ends. */
  private boolean readLogsOnce() {
    try (ProgressLine progress = output.progress()) {
      progress.onProgress(Progress.of("logs", ""));
      return access.readFollowedLogs();
    }
  }

  private void sayContainers(Catalog listed) {
    if (listed.snapshot().containers() instanceof Containers.Unknown(String reason)) {
      problems.containersUnknown(reason);
    }
  }
}
