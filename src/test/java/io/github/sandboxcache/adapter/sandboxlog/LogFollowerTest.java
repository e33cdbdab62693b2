package io.github.sandboxcache.adapter.sandboxlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.sandboxcache.adapter.sandboxlog.SandboxSession.Told;
import io.github.sandboxcache.domain.usage.FollowedLogState;
import io.github.sandboxcache.domain.usage.FollowedLogState.Problem;
import io.github.sandboxcache.domain.usage.SkipCounts;
import io.github.sandboxcache.domain.usage.SkipReason;
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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
          case 6 -> new SandboxLogImport(kept, Clock.systemUTC()).read(log.file(), _ -> {});
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

    Map<SkipReason, Long> why = again.states().getFirst().skippedBecause();
    assertThat(why).isNotEmpty();
    assertThat(SkipCounts.lines(why)).isEqualTo(session.skipped());
    assertThat(again.states())
        .containsExactly(
            new FollowedLogState(
                log.toString(),
                log.toString(),
                session.lines(),
                session.facts().size(),
                session.skipped(),
                why,
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

  /** Loggers, rotators and people name what they put aside in many ways. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "mcp.log.1",
        "mcp1.log",
        "mcp.old.log",
        "mcp.1.log",
        "mcp.log.old",
        "mcp.log~",
        "mcp.log.bak",
        "mcp-2026-11-29.log",
        "mcp.log-20261129",
        "mcp.log.2026-11-29",
        "mcp.2026-11-29.1.log",
        "mcp-2026-11-29T10-00-00.000.log",
        "20261129-1000-01-mcp.log",
        "mcp.log.gz",
        "mcp.log.2.gz",
        "mcp.log-20261129.gz",
        "mcp.1.log.gz",
        "put aside by hand.txt"
      })
  void aRotatedLogIsReadOnWhateverItsName(String name) throws IOException {
    SandboxSession session = new SandboxSession(12);
    while (session.facts().size() < 30) {
      session.anyLine();
    }
    byte[] bytes = session.bytes();
    int third = endOfLine(bytes, bytes.length / 3);
    int late = endOfLine(bytes, bytes.length / 2);
    Path log = directory.resolve("mcp.log");
    append(log, bytes, 0, third);
    poll(follower(log.toString()));
    append(log, bytes, third, late);
    Path rotated = directory.resolve(name);
    if (name.endsWith(".gz")) {
      try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(rotated))) {
        gzip.write(bytes, 0, late);
      }
      Files.delete(log);
    } else {
      Files.move(log, rotated);
    }
    append(log, bytes, late, bytes.length);
    poll(follower(log.toString()));
    poll(follower(log.toString()));

    assertThat(ledger.facts().stream().map(Told::of))
        .containsExactlyInAnyOrderElementsOf(session.facts());
  }

  /** Files that are not the log's own tell nothing, whatever they tell. */
  @ParameterizedTest
  @ValueSource(strings = {"other.log", "mcp-server.log", "mcp.log.lock", "xmcp.log", "mcp.json"})
  void aLogBesideAFollowedOneIsNotRead(String name) throws IOException {
    byte[] bytes = SandboxSession.real(2, 50).bytes();
    byte[] others = SandboxSession.real(3, 50).bytes();
    Path log = directory.resolve("mcp.log");
    append(log, bytes, 0, bytes.length);
    append(directory.resolve(name), others, 0, others.length);
    LogFollower follower = follower(log.toString());
    poll(follower);
    poll(follower);

    assertThat(follower.states())
        .extracting(FollowedLogState::linesRead)
        .containsExactly(lineFeeds(bytes));
  }

  @Test
  void aRotatedFileThatCannotBeReadDoesNotKeepTheLogFromBeingRead() throws IOException {
    byte[] bytes = SandboxSession.real(2, 50).bytes();
    Path log = directory.resolve("mcp.log");
    append(log, bytes, 0, bytes.length);
    Files.write(directory.resolve("mcp.log.1.gz"), new byte[] {0x1f, (byte) 0x8b, 8});
    Files.write(directory.resolve("mcp.log.2.xz"), HexFormat.of().parseHex("fd377a585a00"));
    LogFollower follower = follower(log.toString());
    poll(follower);

    assertThat(follower.states())
        .extracting(FollowedLogState::linesRead, FollowedLogState::problem)
        .containsExactly(tuple(lineFeeds(bytes), Optional.empty()));
  }

  @Test
  void aLogInUtf16IsFollowedPieceByPiece() throws IOException {
    SandboxSession session = new SandboxSession(12);
    while (session.facts().size() < 20) {
      session.factLine();
    }
    byte[] bytes =
        ("\ufeff" + new String(session.bytes(), StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.UTF_16LE);
    Path log = directory.resolve("mcp.log");
    for (int i = 0; i < bytes.length; i += 777) {
      append(log, bytes, i, Math.min(bytes.length, i + 777));
      poll(follower(log.toString()));
    }

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
