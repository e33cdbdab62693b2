package io.github.sandboxcache.domain.usage;

import java.nio.file.Path;
import java.util.List;

/**
 * A log of the sandbox server: one file, or those that a client begins anew with every session.
 *
 * @param origin who wrote it
 * @param pattern the path or glob by which it is followed, {@code ~/} for the home directory;
 *     untrusted
 * @param files the files that are there now, those written to last first; untrusted
 * @param events different facts in these files, 0 or more
 * @param whole whether all of them was read; otherwise there may be more events
 * @param followed whether it is followed already
 * @param packed whether it is packed, so that nothing more is written to it and to follow it is of
 *     no use
 */
public record FoundLog(
    LogOrigin origin,
    String pattern,
    List<Path> files,
    long events,
    boolean whole,
    boolean followed,
    boolean packed) {
  /** Copies the list, so that the record never changes. */
  public FoundLog {
    files = List.copyOf(files);
  }

  /** Whether following it would bring what is not read yet. */
  public boolean mayFollow() {
    return !followed && !packed;
  }
}
