package io.github.sandboxcache.testing;

import io.github.sandboxcache.domain.task.ProcessLocks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Locks that no other test waits for. */
public final class TestLocks {
  private TestLocks() {}

  /** In a directory of their own. */
  public static ProcessLocks create() {
    try {
      return new ProcessLocks(Files.createTempDirectory("sandbox-cache-locks"));
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary directory for locks", e);
    }
  }
}
