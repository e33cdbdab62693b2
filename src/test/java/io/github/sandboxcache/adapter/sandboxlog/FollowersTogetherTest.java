package io.github.sandboxcache.adapter.sandboxlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sandboxlog.SandboxSession.Told;
import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.usage.FactQuery;
import io.github.sandboxcache.domain.usage.LogCheckpoint;
import io.github.sandboxcache.domain.usage.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window and verbs follow the same logs at the same time, each with a ledger of its own. */
class FollowersTogetherTest {
  private final Clock clock = Clock.systemUTC();

  @TempDir private Path directory;

  @Test
  void aLogThatGrowsAndIsRotatedUnderThreeFollowersCountsOnce() throws Exception {
    AtomicBoolean written = new AtomicBoolean();
    try (GrowingLog log =
            new GrowingLog(Files.createDirectory(directory.resolve("logs")), 42, 600);
        ExecutorService followers =
            Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        SqliteLedger ledger = ledger();
        running.add(followers.submit(() -> follow(log.name(), ledger, written)));
      }
      while (!log.isWhole()) {
        log.grow();
        if (log.random().nextInt(30) == 0) {
          log.rotate();
        }
        TimeUnit.MILLISECONDS.sleep(1);
      }
      written.set(true);
      for (Future<?> follower : running) {
        follower.get();
      }
      assertThat(facts()).containsExactlyInAnyOrderElementsOf(withoutPackages(log.facts()));
    }
  }

  @Test
  void everyLineOfOneFileIsCountedByOneOfThem() throws Exception {
    SandboxSession session = SandboxSession.real(9, 2_000);
    Path log = Files.write(directory.resolve("mcp.log"), session.bytes());
    AtomicBoolean written = new AtomicBoolean(true);
    try (ExecutorService followers =
        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
      for (int i = 0; i < 3; i++) {
        SqliteLedger ledger = ledger();
        var _ = followers.submit(() -> follow(log.toString(), ledger, written));
      }
    }
    try (SqliteLedger ledger = ledger()) {
      assertThat(ledger.checkpoints())
          .singleElement()
          .satisfies(
              checkpoint -> {
                assertThat(checkpoint.offset()).isEqualTo(Files.size(log));
                assertThat(checkpoint.linesRead()).isEqualTo(session.lines());
                assertThat(checkpoint.facts()).isEqualTo(session.facts().size());
                assertThat(checkpoint.skipped()).isEqualTo(session.skipped());
              });
    }
  }

  @Test
  void aVerbReadsOnlyForAMomentAndTheNextOneReadsOn() throws IOException {
    SandboxSession session = SandboxSession.real(10, 2_000);
    Path log = Files.write(directory.resolve("mcp.log"), session.bytes());
    try (SqliteLedger ledger = ledger()) {
      List<String> logs = List.of(log.toString());
      assertThat(LogWatch.readOnce(logs, ledger, clock, directory, Duration.ZERO)).isFalse();
      LogCheckpoint first = ledger.checkpoints().getFirst();
      assertThat(first.offset()).isPositive().isLessThan(Files.size(log));

      assertThat(LogWatch.readOnce(logs, ledger, clock, directory, Duration.ofHours(1))).isTrue();
      assertThat(ledger.checkpoints().getFirst().linesRead()).isEqualTo(session.lines());
      assertThat(facts()).containsExactlyInAnyOrderElementsOf(withoutPackages(session.facts()));
    }
  }

  private boolean follow(String log, SqliteLedger own, AtomicBoolean written) {
    try (SqliteLedger ledger = own) {
      LogFollower follower = new LogFollower(ledger, clock, directory);
      follower.follow(List.of(log));
      boolean last;
      do {
        last = written.get();
        follower.poll(() -> true);
      } while (!last || follower.isBehind());
      return true;
    }
  }

  private List<Told> facts() {
    List<Told> told = new ArrayList<>();
    try (SqliteLedger ledger = ledger()) {
      ledger.facts(
          new FactQuery(
              TimeRange.ALL,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              OptionalInt.empty()),
          fact -> told.add(Told.of(fact)));
    }
    return withoutPackages(told);
  }

  /** Opened at once: within one process, ledgers of one file cannot be opened side by side. */
  private SqliteLedger ledger() {
    SqliteLedger ledger = SqliteLedger.at(directory.resolve("usage.db"), (_, name) -> name, clock);
    List<LogCheckpoint> _ = ledger.checkpoints();
    return ledger;
  }

  /** What the ledger keeps of an image is told with each of its facts. */
  private static List<Told> withoutPackages(List<Told> told) {
    return told.stream()
        .map(
            fact ->
                new Told(
                    fact.time(),
                    fact.kind(),
                    fact.reference(),
                    Optional.empty(),
                    fact.duration(),
                    fact.reason()))
        .toList();
  }
}
