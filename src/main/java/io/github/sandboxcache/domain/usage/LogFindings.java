package io.github.sandboxcache.domain.usage;

import java.nio.file.Path;
import java.util.List;

/**
 * What a search for logs came to.
 *
 * @param logs those with events, most events first
 * @param filesRead files that were looked into, 0 or more
 * @param unreadable files that look like logs and cannot be read, by name; untrusted
 * @param whole whether it looked everywhere; otherwise it was stopped or came to its limits
 */
public record LogFindings(
    List<FoundLog> logs, int filesRead, List<Path> unreadable, boolean whole) {
  /** Nothing, after looking everywhere. */
  public static final LogFindings NOTHING = new LogFindings(List.of(), 0, List.of(), true);

  /** Copies the lists, so that the record never changes. */
  public LogFindings {
    logs = List.copyOf(logs);
    unreadable = List.copyOf(unreadable);
  }
}
