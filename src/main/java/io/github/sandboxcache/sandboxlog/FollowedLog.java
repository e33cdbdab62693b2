package io.github.sandboxcache.sandboxlog;

import io.github.sandboxcache.usage.LogCheckpoint;
import io.github.sandboxcache.usage.LogCheckpoints;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A log under one name: the file that stands there and those that {@link RotatedLogs rotation} made
 * of it. Each of them is read to its end. Which one is which does not matter: a file that begins
 * with what was read before is read on from there, any other from its beginning, and what was read
 * already counts once, because a fact is the same wherever it stands. Not thread-safe.
 */
final class FollowedLog {
  private static final Comparator<LogCheckpoint> FARTHEST_FIRST =
      Comparator.comparingLong(LogCheckpoint::offset).reversed();

  /**
   * Clocks of file systems tick that coarsely: what was written this shortly ago may be written
   * once more without looking different.
   */
  private static final Duration CLOCK_TICK = Duration.ofSeconds(2);

  private final Path path;
  private final LogCheckpoints ledger;
  private final Clock clock;
  private Map<Path, Look> seen = Map.of();
  private boolean behind;

  /** Follows that path from where the ledger says that it was left. */
  FollowedLog(Path path, LogCheckpoints ledger, Clock clock) {
    this.path = path;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** What a file system tells of a file without opening it. */
  private record Look(@Nullable Object key, long size, FileTime modified) {
    static Look at(Path file) throws IOException {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      if (!now.isRegularFile()) {
        // A pipe would be waited for.
        throw new FileSystemException(file.toString(), null, "not a regular file");
      }
      return new Look(now.fileKey(), now.size(), now.lastModifiedTime());
    }
  }

  /**
   * Reads what is new.
   *
   * @param goOn asked now and then; once it says no, the rest is left for the next call
   * @return whether a file stands under the log's own name
   */
  boolean poll(BooleanSupplier goOn) throws IOException {
    Map<Path, Look> now = new HashMap<>();
    behind = false;
    for (Path rotated : RotatedLogs.of(path)) {
      boolean _ = poll(rotated, now, goOn);
    }
    boolean isThere = poll(path, now, goOn);
    seen = now;
    return isThere;
  }

  /** Whether the last call left something unread. */
  boolean isBehind() {
    return behind;
  }

  private boolean poll(Path file, Map<Path, Look> now, BooleanSupplier goOn) throws IOException {
    try {
      Look look = Look.at(file);
      if (!look.equals(seen.get(file)) && !readOn(file, goOn)) {
        behind = true;
      } else if (look.modified().toInstant().isBefore(clock.instant().minus(CLOCK_TICK))) {
        now.put(file, look);
      }
      return true;
    } catch (NoSuchFileException _) {
      // Rotated on just now: the next call meets it under its next name.
      return false;
    }
  }

  /** Reads what is new in a file; says whether that was all. */
  private boolean readOn(Path path, BooleanSupplier goOn) throws IOException {
    try (FileChannel file = FileChannel.open(path)) {
      List<LogCheckpoint> mine =
          ledger.checkpoints().stream().filter(this::isMine).sorted(FARTHEST_FIRST).toList();
      Optional<LogCheckpoint> known = Optional.empty();
      for (LogCheckpoint checkpoint : mine) {
        if (known.isEmpty() && LogMemory.of(checkpoint).mark().fits(file)) {
          known = Optional.of(checkpoint);
        }
      }
      if (known.isEmpty() && isPacked(file)) {
        throw new PackedLogException(path);
      }
      return new LogReading(file, known, known.orElseGet(() -> unread(mine)), ledger, clock)
          .run(goOn);
    }
  }

  private static boolean isPacked(FileChannel file) throws IOException {
    boolean packed = Gzip.isBeginOf(new BufferedInputStream(Channels.newInputStream(file)));
    file.position(0);
    return packed;
  }

  private boolean isMine(LogCheckpoint checkpoint) {
    return checkpoint.path().equals(path.toString());
  }

  /** The beginning of a file that is none of these. */
  private LogCheckpoint unread(List<LogCheckpoint> others) {
    List<String> taken = new ArrayList<>();
    others.forEach(other -> taken.add(other.file()));
    int number = 1;
    while (taken.contains(Integer.toString(number))) {
      number++;
    }
    return new LogCheckpoint(
        path.toString(),
        Integer.toString(number),
        0,
        LogMemory.NONE.toText(),
        0,
        0,
        0,
        0,
        Optional.empty());
  }
}
