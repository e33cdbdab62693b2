package io.github.sandboxcache.adapter.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * The database's file, and how it is set aside. Its content is read by SQLite alone: whoever else
 * opens and closes it takes SQLite's locks away, as POSIX has it.
 */
record LedgerFile(Path path, Clock clock) {
  /** Stands in the file's header and says whose it is: the letters {@code SbxC}. */
  static final int APPLICATION_ID = 0x53627843;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** Whether there is anything at all in the file's place. */
  boolean isThere() throws IOException {
    return Files.exists(path) && Files.size(path) > 0;
  }

  /** Makes the directory, and the file readable for its user only. */
  void prepare() throws IOException {
    Path directory = path.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    if (!Files.exists(path)
        && path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try {
        Files.createFile(
            path,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } catch (FileAlreadyExistsException _) {
        // Another process made it in between.
      }
    }
  }

  /**
   * Gives the file and what belongs to it a new name; deletes nothing.
   *
   * @return the new name
   */
  Path setAside() throws IOException {
    String name = path.getFileName() + ".damaged-" + STAMP.format(clock.instant());
    Path target = path.resolveSibling(name);
    for (int i = 2; Files.exists(target); i++) {
      target = path.resolveSibling(name + "-" + i);
    }
    for (String suffix : List.of("", "-wal", "-shm")) {
      Path from = path.resolveSibling(path.getFileName() + suffix);
      if (Files.exists(from)) {
        Files.move(from, target.resolveSibling(target.getFileName() + suffix));
      }
    }
    return target;
  }

  /** While that lock is held, no other process opens or sets aside the same file. */
  AutoCloseable lock() throws IOException {
    FileChannel channel =
        FileChannel.open(
            path.resolveSibling(path.getFileName() + ".lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    try {
      var _ = channel.lock();
      return channel;
    } catch (IOException | RuntimeException e) {
      try (channel) {
        throw e;
      }
    }
  }
}
