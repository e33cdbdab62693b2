package io.github.sandboxcache.adapter.sandboxlog;

import static io.github.sandboxcache.adapter.sandboxlog.FollowedFiles.append;
import static io.github.sandboxcache.adapter.sandboxlog.FollowedFiles.lineFeeds;
import static io.github.sandboxcache.adapter.sandboxlog.FollowedFiles.poll;
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
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A followed log gives every fact once, whatever happens to its file. */
class LogFollowerTest {
  @TempDir private Path directory = Path.of("");
  private final FollowedFiles files = new FollowedFiles();

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
    poll(files.follower(log.toString()));
    append(log, bytes, bytes.length / 2, bytes.length);
    files.pass(Duration.ofMinutes(1));
    LogFollower again = files.follower(log.toString());
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
                Optional.of(files.now()),
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
    LogFollower follower = files.follower(log.toString());
    append(log, bytes, 0, bytes.length - 2);
    poll(follower);
    int before = files.ledger().facts().size();
    append(log, bytes, bytes.length - 2, bytes.length);
    poll(follower);

    assertThat(files.ledger().facts().size())
        .isGreaterThan(before)
        .isEqualTo(session.facts().size());
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
      poll(files.follower(log.toString()));
    }

    assertThat(files.ledger().facts().stream().map(Told::of))
        .containsExactlyInAnyOrderElementsOf(session.facts());
  }

  @Test
  void saysWhatIsNotThereOrMakesNoSenseAndReadsItOnceItIs() throws IOException {
    Path log = directory.resolve("later.log");
    LogFollower follower = files.follower(log.toString(), "relative.log", directory + "/*.json");
    poll(follower);
    assertThat(follower.states())
        .extracting(FollowedLogState::path, state -> state.problem().orElseThrow())
        .containsExactlyInAnyOrder(
            tuple(log.toString(), Problem.ABSENT),
            tuple("relative.log", Problem.NOT_VALID),
            tuple(directory + "/*.json", Problem.ABSENT));

    byte[] bytes = SandboxSession.real(2, 50).bytes();
    append(log, bytes, 0, bytes.length);
    byte[] others = SandboxSession.real(3, 50).bytes();
    append(directory.resolve("a.json"), others, 0, others.length);
    files.pass(Duration.ofMinutes(1));
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
    LogFollower follower = files.follower(directory + "/*.log");
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
}
