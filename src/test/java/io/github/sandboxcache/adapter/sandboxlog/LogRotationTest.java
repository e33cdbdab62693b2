package io.github.sandboxcache.adapter.sandboxlog;

import static io.github.sandboxcache.adapter.sandboxlog.FollowedFiles.append;
import static io.github.sandboxcache.adapter.sandboxlog.FollowedFiles.endOfLine;
import static io.github.sandboxcache.adapter.sandboxlog.FollowedFiles.lineFeeds;
import static io.github.sandboxcache.adapter.sandboxlog.FollowedFiles.poll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.sandboxcache.adapter.sandboxlog.SandboxSession.Told;
import io.github.sandboxcache.domain.usage.FollowedLogState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A followed log is read on under whatever name rotation gives it, and nothing else is. */
class LogRotationTest {
  @TempDir private Path directory = Path.of("");
  private final FollowedFiles files = new FollowedFiles();

  @Test
  void aWriterThatKeepsTheRotatedFileOpenIsReadOn() throws IOException {
    SandboxSession session = SandboxSession.real(6, 200);
    byte[] bytes = session.bytes();
    int third = endOfLine(bytes, bytes.length / 3);
    int late = endOfLine(bytes, bytes.length / 2);
    Path log = directory.resolve("mcp.log");
    Path rotated = directory.resolve("mcp.log.1");
    LogFollower follower = files.follower(log.toString());
    append(log, bytes, 0, third);
    poll(follower);
    Files.move(log, rotated);
    append(log, bytes, late, bytes.length);
    poll(follower);
    append(rotated, bytes, third, late);
    poll(follower);

    assertThat(files.ledger().facts().stream().map(Told::of))
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
    poll(files.follower(log.toString()));
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
    poll(files.follower(log.toString()));
    poll(files.follower(log.toString()));

    assertThat(files.ledger().facts().stream().map(Told::of))
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
    LogFollower follower = files.follower(log.toString());
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
    LogFollower follower = files.follower(log.toString());
    poll(follower);

    assertThat(follower.states())
        .extracting(FollowedLogState::linesRead, FollowedLogState::problem)
        .containsExactly(tuple(lineFeeds(bytes), Optional.empty()));
  }
}
