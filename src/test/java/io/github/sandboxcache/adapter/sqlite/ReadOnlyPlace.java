package io.github.sandboxcache.adapter.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A directory that can be written at one path and not at another. Root may write wherever the
 * system lets anybody, so for root it is mounted a second time, read-only; for anybody else both
 * are the same path, whose permission is taken away while it is to be read-only.
 */
final class ReadOnlyPlace {
  private final Path writable;
  private final Path readOnly;
  private final boolean mounted;

  private ReadOnlyPlace(Path writable, Path readOnly, boolean mounted) {
    this.writable = writable;
    this.readOnly = readOnly;
    this.mounted = mounted;
  }

  /** A place within that directory, where the system lets one be made. */
  static ReadOnlyPlace in(Path directory) throws IOException, InterruptedException {
    Path writable = Files.createDirectory(directory.resolve("a b%20?#c"));
    if (!"root".equals(System.getProperty("user.name"))) {
      return new ReadOnlyPlace(writable, writable, false);
    }
    Path readOnly = Files.createDirectory(directory.resolve("read-only"));
    boolean mounted =
        run("mount", "--bind", writable.toString(), readOnly.toString())
            && run("mount", "-o", "remount,bind,ro", readOnly.toString());
    return new ReadOnlyPlace(writable, readOnly, mounted);
  }

  /** Whether it is read-only indeed. */
  boolean isMade() {
    return mounted || writable.equals(readOnly);
  }

  /** Whether the system lets nobody write there. */
  boolean isMounted() {
    return mounted;
  }

  /** Where files are made. */
  Path writable() {
    return writable;
  }

  /** The same directory, in which nothing can be written from now on. */
  Path readOnly() throws IOException, InterruptedException {
    change("ro", "r-xr-xr-x");
    return readOnly;
  }

  /** Lets both be written from now on. */
  void allow() throws IOException, InterruptedException {
    change("rw", "rwxr-xr-x");
  }

  private void change(String mount, String permissions) throws IOException, InterruptedException {
    if (mounted) {
      run("mount", "-o", "remount,bind," + mount, readOnly.toString());
    } else {
      Files.setPosixFilePermissions(readOnly, PosixFilePermissions.fromString(permissions));
    }
  }

  /** Leaves it as a directory like any other. */
  void leave() throws IOException, InterruptedException {
    allow();
    if (mounted && !run("umount", readOnly.toString())) {
      throw new IOException(readOnly + " is still mounted");
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
  }
}
