package io.github.sandboxcache.sandboxlog;

import io.github.sandboxcache.usage.FactRecorder;
import io.github.sandboxcache.usage.LogCheckpoint;
import io.github.sandboxcache.usage.LogCheckpoints;
import io.github.sandboxcache.usage.UsageFact;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ledger's promises about facts and checkpoints, kept in memory. */
final class MemoryLedger implements FactRecorder, LogCheckpoints {
  private final Map<Long, UsageFact> facts = new LinkedHashMap<>();
  private final Map<List<String>, LogCheckpoint> checkpoints = new LinkedHashMap<>();

  @Override
  public synchronized int record(List<UsageFact> added) {
    int before = facts.size();
    added.forEach(fact -> facts.putIfAbsent(fact.identity(), fact));
    return facts.size() - before;
  }

  @Override
  public synchronized List<LogCheckpoint> checkpoints() {
    return List.copyOf(checkpoints.values());
  }

  @Override
  public synchronized LogCheckpoint record(List<UsageFact> added, LogCheckpoint checkpoint) {
    int news = record(added);
    LogCheckpoint kept =
        new LogCheckpoint(
            checkpoint.path(),
            checkpoint.file(),
            checkpoint.offset(),
            checkpoint.memory(),
            checkpoint.linesRead(),
            checkpoint.facts() + news,
            checkpoint.duplicates() + added.size() - news,
            checkpoint.skipped(),
            checkpoint.lastRead());
    checkpoints.put(List.of(kept.path(), kept.file()), kept);
    return kept;
  }

  synchronized Collection<UsageFact> facts() {
    return List.copyOf(facts.values());
  }
}
