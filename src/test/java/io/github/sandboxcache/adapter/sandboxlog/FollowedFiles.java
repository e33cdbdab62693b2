package io.github.sandboxcache.adapter.sandboxlog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** Logs in files that a test writes, and followers that read them into one ledger. */
final class FollowedFiles {
  private final MemoryLedger ledger = new MemoryLedger();
  private Instant now = Instant.now();

  /** What all followers wrote. */
  MemoryLedger ledger() {
    return ledger;
  }

  /** The time that it is for followers; it stands still. */
  Instant now() {
    return now;
  }

  /** Lets time go by. */
  void pass(Duration time) {
    now = now.plus(time);
  }

  static long lineFeeds(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).chars().filter(c -> c == '\n').count();
  }

  /** A follower as after a restart. */
  LogFollower follower(String... patterns) {
    LogFollower follower = new LogFollower(ledger, new TestClock(), Path.of("/nobody"));
    follower.follow(List.of(patterns));
    return follower;
  }

  static void poll(LogFollower follower) {
    follower.poll(() -> true);
  }

  /** The first end of a line from there on. */
  static int endOfLine(byte[] bytes, int from) {
    int end = from;
    while (end > 0 && end < bytes.length && bytes[end - 1] != '\n') {
      end++;
    }
    return end;
  }

  static void append(Path file, byte[] bytes, int from, int to) throws IOException {
    Files.write(
        file,
        Arrays.copyOfRange(bytes, from, to),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private final class TestClock extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
