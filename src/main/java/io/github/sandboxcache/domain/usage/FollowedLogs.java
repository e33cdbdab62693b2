package io.github.sandboxcache.domain.usage;

import java.util.List;
import java.util.function.Consumer;

/** The logs of the settings and how it stands with each. Thread-safe. */
public interface FollowedLogs {
  /** No log is followed, nor can one be. */
  FollowedLogs NONE =
      new FollowedLogs() {
        @Override
        public List<FollowedLogState> states() {
          return List.of();
        }

        @Override
        public Runnable onChange(Consumer<List<FollowedLogState>> listener) {
          return () -> {};
        }

        @Override
        public boolean isSensible(String pattern) {
          return false;
        }
      };

  /** How it stands with each log now, by path. */
  List<FollowedLogState> states();

  /**
   * Calls the listener with every new state, from a thread of its own.
   *
   * @return ends that
   */
  Runnable onChange(Consumer<List<FollowedLogState>> listener);

  /** Whether that text is a path or glob that can be followed. */
  boolean isSensible(String pattern);
}
