package io.github.sandboxcache.adapter.sandboxlog;

import io.github.sandboxcache.domain.usage.FollowedLogState;
import io.github.sandboxcache.domain.usage.FollowedLogs;
import io.github.sandboxcache.domain.usage.LogCheckpoints;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the logs of the settings in a thread of its own, looking every second. File systems tell
 * of changes too late or not at all where logs are shared with a container or over a network, so
 * none is asked to. Without logs to follow the thread sleeps. Thread-safe.
 */
public final class LogWatch implements FollowedLogs, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LogWatch.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final LinkedBlockingQueue<Command> commands = new LinkedBlockingQueue<>();
  private final List<Consumer<List<FollowedLogState>>> listeners = new CopyOnWriteArrayList<>();
  private final LogFollower follower;
  private final Clock clock;
  private final Path home;
  private final Thread thread;
  private volatile List<FollowedLogState> states = List.of();
  private boolean failing;

  private sealed interface Command {
    record Follow(List<String> patterns) implements Command {}

    record Stop() implements Command {}
  }

  /**
   * Watches nothing yet.
   *
   * @param home what {@code ~} stands for in patterns
   */
  public LogWatch(LogCheckpoints ledger, Clock clock, Path home) {
    this.follower = new LogFollower(ledger, clock, home);
    this.clock = clock;
    this.home = home;
    this.thread = Thread.ofPlatform().daemon().name("follow-logs").unstarted(this::run);
  }

  /**
   * Reads once what is new in the logs of these paths and globs, for whoever is about to answer a
   * question. What cannot be read is passed over.
   *
   * @param home what {@code ~} stands for in patterns
   * @param atMost after that long the rest is left for the next time
   * @return whether all was read that can be
   * @throws UsageLedgerException when facts cannot be written
   */
  public static boolean readOnce(
      List<String> patterns, LogCheckpoints ledger, Clock clock, Path home, Duration atMost) {
    LogFollower follower = new LogFollower(ledger, clock, home);
    follower.follow(patterns);
    Instant end = clock.instant().plus(atMost);
    do {
      follower.poll(() -> clock.instant().isBefore(end));
      // Behind before the end is who was overtaken by another reader.
    } while (follower.isBehind() && clock.instant().isBefore(end));
    return !follower.isBehind();
  }

  /** Starts to watch; returns at once. */
  public void start() {
    thread.start();
  }

  /** Follows the logs of these paths and globs from now on, in place of others. */
  public void follow(List<String> patterns) {
    commands.add(new Command.Follow(List.copyOf(patterns)));
  }

  @Override
  public List<FollowedLogState> states() {
    return states;
  }

  @Override
  public Runnable onChange(Consumer<List<FollowedLogState>> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public boolean isSensible(String pattern) {
    return LogPattern.parse(pattern, home).isPresent();
  }

  private void run() {
    boolean watching = false;
    try {
      while (true) {
        Optional<Command> command =
            watching
                ? Optional.ofNullable(commands.poll(pause().toMillis(), TimeUnit.MILLISECONDS))
                : Optional.of(commands.take());
        if (command.isPresent()) {
          switch (command.get()) {
            case Command.Stop() -> {
              return;
            }
            case Command.Follow(List<String> patterns) -> {
              follower.follow(patterns);
              watching = !patterns.isEmpty();
            }
          }
        }
        poll();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration pause() {
    return follower.isBehind() && !failing ? Duration.ZERO : PAUSE;
  }

  private void poll() {
    try {
      Instant tellBy = clock.instant().plus(PAUSE);
      follower.poll(() -> commands.isEmpty() && clock.instant().isBefore(tellBy));
      List<FollowedLogState> now = follower.states();
      if (!now.equals(states)) {
        states = now;
        listeners.forEach(listener -> listener.accept(now));
      }
      failing = false;
    } catch (UsageLedgerException e) {
      if (!failing) {
        LOG.warn("what logs tell cannot be kept; it is tried again every second", e);
      }
      failing = true;
    }
  }

  /** Stops to watch, once what is being read is written. */
  @Override
  public void close() {
    commands.add(new Command.Stop());
  }
}
