package io.github.sandboxcache.adapter.sandboxlog;

import io.github.sandboxcache.adapter.sandboxlog.RotatedLogs.Sibling;
import io.github.sandboxcache.domain.usage.LogCheckpoint;
import io.github.sandboxcache.domain.usage.LogCheckpoints;
import io.github.sandboxcache.domain.usage.PackedLogException;
import io.github.sandboxcache.domain.usage.Packing;
import java.io.IOException;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A log under one name: the file that stands there and those that {@link RotatedLogs rotation} made
 * of it. Each of them is read to its end. Which one is which does not matter: a file that begins
 * with what was read before is read on from there, whatever its name; any other that is named after
 * the log from its beginning, and what was read already counts once, because a fact is the same
 * wherever it stands. Not thread-safe.
 */
final class FollowedLog {
  private static final Comparator<LogCheckpoint> FARTHEST_FIRST =
      Comparator.comparingLong(LogCheckpoint::offset).reversed();

  /**
   * Clocks of file systems tick that coarsely: what was written this shortly ago may be written
   * once more without looking different.
   */
  private static final Duration CLOCK_TICK = Duration.ofSeconds(2);

  /** Less than any line with a time and a text has. */
  private static final int TELLING_BYTES = 48;

  private static final Logger LOG = LoggerFactory.getLogger(FollowedLog.class);

  private final Path path;
  private final LogCheckpoints ledger;
  private final Clock clock;
  private Map<Path, Look> seen = Map.of();
  private Map<Path, Look> now = Map.of();
  private final Set<Path> failed = new HashSet<>();
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
   * @param isFollowed which other files are followed by themselves
   * @param goOn asked now and then; once it says no, the rest is left for the next call
   * @return whether a file stands under the log's own name
   */
  boolean poll(Predicate<Path> isFollowed, BooleanSupplier goOn) throws IOException {
    now = new HashMap<>();
    behind = false;
    try {
      boolean isKnown = checkpoints().anyMatch(FollowedLog::isTelling);
      for (Sibling sibling : RotatedLogs.of(path, isKnown, isFollowed)) {
        pollBeside(sibling, goOn);
      }
      return poll(path, true, goOn);
    } finally {
      seen = now;
    }
  }

  /** What fails at a file beside the log does not keep the log from being read. */
  private void pollBeside(Sibling sibling, BooleanSupplier goOn) {
    Path file = sibling.file();
    try {
      boolean _ = poll(file, sibling.isNamed(), goOn);
    } catch (IOException e) {
      // Logged once, not every second.
      if (sibling.isNamed() && failed.add(file)) {
        LOG.warn("{} cannot be read, so what it tells of {} may be lost", file, path, e);
      }
    }
  }

  /** Whether the last call left something unread. */
  boolean isBehind() {
    return behind;
  }

  private boolean poll(Path file, boolean isMine, BooleanSupplier goOn) throws IOException {
    try {
      Look look = Look.at(file);
      if (!look.equals(seen.get(file)) && !readOn(file, isMine, goOn)) {
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

  /**
   * Reads what is new in a file; says whether that was all.
   *
   * @param isMine whether it is read also when nothing of it was read before
   */
  private boolean readOn(Path file, boolean isMine, BooleanSupplier goOn) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      List<LogCheckpoint> mine = checkpoints().sorted(FARTHEST_FIRST).toList();
      Optional<LogCheckpoint> known = Optional.empty();
      for (LogCheckpoint checkpoint : mine) {
        if (known.isEmpty()
            && (isMine || isTelling(checkpoint))
            && LogMemory.of(checkpoint).mark().fits(channel)) {
          known = Optional.of(checkpoint);
        }
      }
      if (known.isEmpty() && !isMine) {
        return true;
      }
      Optional<Packing> packing = FirstBytes.of(channel).packing();
      if (packing.isPresent() && (packing.get() != Packing.GZIP || file.equals(path))) {
        throw new PackedLogException(file.toString(), packing.get());
      }
      LogCheckpoint begin = known.orElseGet(() -> unread(mine));
      return new LogReading(channel, known, begin, packing.isPresent(), ledger, clock).run(goOn);
    }
  }

  private Stream<LogCheckpoint> checkpoints() {
    return ledger.checkpoints().stream()
        .filter(checkpoint -> checkpoint.path().equals(path.toString()));
  }

  /** Whether so much was read that no other file begins alike by chance. */
  private static boolean isTelling(LogCheckpoint checkpoint) {
    return checkpoint.offset() >= TELLING_BYTES;
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
