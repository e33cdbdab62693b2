package io.github.sandboxcache.domain.usage;

import java.util.List;

/** Looks for the logs of the settings, without taking anything from them. Thread-safe. */
public interface LogPresence {
  /** How those paths and globs stand now, by path. Reads a few bytes of each. */
  List<FollowedFile> look(List<String> patterns);
}
