package io.github.sandboxcache.sandboxlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.sandboxcache.sandboxlog.FollowedLogState.Problem;
import io.github.sandboxcache.sandboxlog.SandboxSession.Told;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A followed log gives every fact once, whatever happens to its file. */
class LogFollowerTest {
  private final MemoryLedger ledger = new MemoryLedger();
  private Instant now = Instant.now();

  @TempDir private Path directory;

  /**
   * Whatever is cut, rotated and restarted, by whomever the log is read: every fact counts once. A
   * fact told several times in one file counts as often; told again in the next file, in the same
   * millisecond, it is taken for the same one.
   */
  @Property(tries = 400)
  void noFactIsLostOrDoubled(@ForAll long seed, @ForAll @IntRange(min = 20, max = 120) int length)
      throws IOException {
    Path place = Files.createTempDirectory("followed-log");
    try (GrowingLog log = new GrowingLog(place, seed, length)) {
      MemoryLedger kept = new MemoryLedger();
      List<String> patterns = List.of(log.random().nextBoolean() ? place + "/*.log*" : log.name());
      List<LogFollower> followers = new ArrayList<>();
      while (!log.isWhole()) {
        switch (log.random().nextInt(10)) {
          case 0 -> log.rotate();
          case 1 -> followers.clear();
          case 2, 3, 4 -> log.grow();
          case 5 -> {
            if (followers.size() < 2) {
              followers.add(following(patterns, kept, place));
            }
          }
          case 6 -> new LogImport(kept, Clock.systemUTC()).read(log.file(), _ -> {});
          default ->
              followers.forEach(
                  follower -> {
                    follower.follow(patterns);
                    follower.poll(log.random()::nextBoolean);
                  });
        }
      }
      following(patterns, kept, place).poll(() -> true);

      assertThat(kept.facts().stream().map(Told::of))
          .containsExactlyInAnyOrderElementsOf(log.facts());
    }
  }

  private static LogFollower following(List<String> patterns, MemoryLedger ledger, Path home) {
    LogFollower follower = new LogFollower(ledger, Clock.systemUTC(), home);
    follower.follow(patterns);
    return follower;
  }

  @Test
  void countsPerLogAcrossARestartAndSaysWhenItLastRead() throws IOException {
    SandboxSession session = SandboxSession.real(5, 300);
    byte[] bytes = session.bytes();
    Path log = directory.resolve("mcp.log");
    append(log, bytes, 0, bytes.length / 2);
    poll(follower(log.toString()));
    append(log, bytes, bytes.length / 2, bytes.length);
    now = now.plusSeconds(60);
    LogFollower again = follower(log.toString());
    poll(again);

    assertThat(again.states())
        .containsExactly(
            new FollowedLogState(
                log.toString(),
                log.toString(),
                session.lines(),
                session.facts().size(),
                session.skipped(),
                Optional.of(now),
                Optional.empty()));
  }

  @Test
  void aLineCountsOnceItHasItsEnd() throws IOException {
    SandboxSession session = new SandboxSession(11);
    while (session.facts().isEmpty()) {
      session.factLine();
    }
    byte[] bytes = session.bytes();
    Path log = directory.resolve("mcp.log");
    LogFollower follower = follower(log.toString());
    append(log, bytes, 0, bytes.length - 2);
    poll(follower);
    int before = ledger.facts().size();
    append(log, bytes, bytes.length - 2, bytes.length);
    poll(follower);

    assertThat(ledger.facts().size()).isGreaterThan(before).isEqualTo(session.facts().size());
  }

  @Test
  void aWriterThatKeepsTheRotatedFileOpenIsReadOn() throws IOException {
    SandboxSession session = SandboxSession.real(6, 200);
    byte[] bytes = session.bytes();
    int third = endOfLine(bytes, bytes.length / 3);
    int late = endOfLine(bytes, bytes.length / 2);
    Path log = directory.resolve("mcp.log");
    Path rotated = directory.resolve("mcp.log.1");
    LogFollower follower = follower(log.toString());
    append(log, bytes, 0, third);
    poll(follower);
    Files.move(log, rotated);
    append(log, bytes, late, bytes.length);
    poll(follower);
    append(rotated, bytes, third, late);
    poll(follower);

    assertThat(ledger.facts().stream().map(Told::of))
        .containsExactlyInAnyOrderElementsOf(session.facts());
  }

  @Test
  void saysWhatIsNotThereOrMakesNoSenseAndReadsItOnceItIs() throws IOException {
    Path log = directory.resolve("later.log");
    LogFollower follower = follower(log.toString(), "relative.log", directory + "/*.json");
    poll(follower);
    assertThat(follower.states())
        .extracting(FollowedLogState::path, state -> state.problem().orElseThrow())
        .containsExactlyInAnyOrder(
            tuple(log.toString(), Problem.ABSENT),
            tuple("relative.log", Problem.SENSELESS),
            tuple(directory + "/*.json", Problem.ABSENT));

    byte[] bytes = SandboxSession.real(2, 50).bytes();
    append(log, bytes, 0, bytes.length);
    byte[] others = SandboxSession.real(3, 50).bytes();
    append(directory.resolve("a.json"), others, 0, others.length);
    now = now.plus(Duration.ofMinutes(1));
    poll(follower);
    assertThat(follower.states())
        .filteredOn(state -> state.problem().isEmpty())
        .extracting(FollowedLogState::linesRead)
        .containsExactly(lineFeeds(others), lineFeeds(bytes));
  }

  @Test
  void aPackedLogUnderAGlobIsNotTakenForBrokenLines() throws IOException {
    Path packed = directory.resolve("mcp.2.log");
    try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
      gzip.write(SandboxSession.real(2, 50).bytes());
    }
    LogFollower follower = follower(directory + "/*.log");
    poll(follower);

    assertThat(follower.states())
        .singleElement()
        .satisfies(
            state -> {
              assertThat(state.problem()).contains(Problem.PACKED);
              assertThat(state.linesRead()).isZero();
              assertThat(state.skipped()).isZero();
            });
  }

  private static long lineFeeds(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).chars().filter(c -> c == '\n').count();
  }

  private LogFollower follower(String... patterns) {
    LogFollower follower = new LogFollower(ledger, new TestClock(), directory);
    follower.follow(List.of(patterns));
    return follower;
  }

  private static void poll(LogFollower follower) {
    follower.poll(() -> true);
  }

  private static int endOfLine(byte[] bytes, int from) {
    int end = from;
    while (end > 0 && end < bytes.length && bytes[end - 1] != '\n') {
      end++;
    }
    return end;
  }

  private static void append(Path file, byte[] bytes, int from, int to) throws IOException {
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
