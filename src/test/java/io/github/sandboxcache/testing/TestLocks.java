package io.github.sandboxcache.testing;

import io.github.sandboxcache.domain.task.ProcessLocks;

/** Locks that no other test waits for. */
public final class TestLocks {
  private TestLocks() {}

  /** In a directory of their own. */
  public static ProcessLocks create() {
    return new ProcessLocks(TemporaryFolders.create("locks"));
  }
}
