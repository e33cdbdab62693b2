package io.github.sandboxcache.adapter.sandboxlog;

import io.github.sandboxcache.domain.usage.FactRecorder;
import io.github.sandboxcache.domain.usage.LogCheckpoint;
import io.github.sandboxcache.domain.usage.LogCheckpoints;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
  public synchronized Optional<LogCheckpoint> advance(
      List<UsageFact> added, Optional<LogCheckpoint> before, LogCheckpoint after) {
    List<String> name = List.of(after.path(), after.file());
    Optional<LogCheckpoint> now = Optional.ofNullable(checkpoints.get(name));
    if (!now.equals(before)) {
      return Optional.empty();
    }
    int news = record(added);
    LogCheckpoint kept = after.withMore(news, added.size() - news);
    checkpoints.put(name, kept);
    return Optional.of(kept);
  }

  synchronized Collection<UsageFact> facts() {
    return List.copyOf(facts.values());
  }
}
