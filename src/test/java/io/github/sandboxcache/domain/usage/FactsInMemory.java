package io.github.sandboxcache.domain.usage;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps facts by their identity, as a ledger does. Thread-safe. */
public final class FactsInMemory implements FactRecorder, LookTimes {
  private final Map<Long, UsageFact> facts = new LinkedHashMap<>();

  private final Map<String, Instant> looks = new ConcurrentHashMap<>();

  @Override
  public Optional<Instant> lastLook(String engine) {
    return Optional.ofNullable(looks.get(engine));
  }

  @Override
  public void looked(String engine, Instant time) {
    looks.put(engine, time);
  }

  @Override
  public synchronized int record(List<UsageFact> more) {
    int before = facts.size();
    more.forEach(fact -> facts.putIfAbsent(fact.identity(), fact));
    return facts.size() - before;
  }

  /** All of them, in the order they came. */
  public synchronized List<UsageFact> all() {
    return List.copyOf(facts.values());
  }

  /** Those of one kind, in the order they came. */
  public List<UsageFact> of(FactKind kind) {
    return all().stream().filter(fact -> fact.kind() == kind).toList();
  }
}
