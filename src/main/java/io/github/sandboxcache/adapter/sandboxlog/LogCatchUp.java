package io.github.sandboxcache.adapter.sandboxlog;

import io.github.sandboxcache.domain.usage.LogCheckpoints;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reads once what is new in followed logs, for whoever is about to answer a question. */
public final class LogCatchUp {
  private final LogCheckpoints ledger;
  private final Clock clock;
  private final Path home;

  /**
   * Logs are read into that ledger.
   *
   * @param home what {@code ~} stands for in patterns
   */
  public LogCatchUp(LogCheckpoints ledger, Clock clock, Path home) {
    this.ledger = ledger;
    this.clock = clock;
    this.home = home;
  }

  /**
   * Reads on in the logs of these paths and globs. What cannot be read is passed over.
   *
   * @param atMost after that long the rest is left for the next time
   * @return whether all was read that can be
   * @throws UsageLedgerException when facts cannot be written
   */
  public boolean read(List<String> patterns, Duration atMost) {
    LogFollower follower = new LogFollower(ledger, clock, home);
    follower.follow(patterns);
    Instant end = clock.instant().plus(atMost);
    do {
      follower.poll(() -> clock.instant().isBefore(end));
      // Behind before the end is who was overtaken by another reader.
    } while (follower.isBehind() && clock.instant().isBefore(end));
    return !follower.isBehind();
  }
}
