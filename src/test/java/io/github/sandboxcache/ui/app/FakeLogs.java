package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.usage.FollowedLogState;
import io.github.sandboxcache.domain.usage.FollowedLogs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Followed logs that the test writes. */
public final class FakeLogs implements FollowedLogs {
  private final List<Consumer<List<FollowedLogState>>> listeners = new ArrayList<>();
  private List<FollowedLogState> states = List.of();

  /** Tells these states from now on. */
  public FakeLogs tell(FollowedLogState... told) {
    states = List.of(told);
    listeners.forEach(listener -> listener.accept(states));
    return this;
  }

  /** How many listen. */
  public int listeners() {
    return listeners.size();
  }

  @Override
  public List<FollowedLogState> states() {
    return states;
  }

  @Override
  public Runnable onChange(Consumer<List<FollowedLogState>> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public boolean isSensible(String pattern) {
    return pattern.startsWith("/") || pattern.startsWith("~/");
  }
}
