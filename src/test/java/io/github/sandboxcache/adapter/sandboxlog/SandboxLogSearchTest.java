package io.github.sandboxcache.adapter.sandboxlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.sandboxcache.adapter.sandboxlog.SearchBudget.Limits;
import io.github.sandboxcache.domain.usage.FoundLog;
import io.github.sandboxcache.domain.usage.LogFindings;
import io.github.sandboxcache.domain.usage.LogOrigin;
import io.github.sandboxcache.domain.usage.NotAFileException;
import io.github.sandboxcache.domain.usage.PackedLogException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Logs are found where each MCP client writes them, in the form in which it does, and only by
 * looking into them. However much there is, a search comes to an end.
 */
class SandboxLogSearchTest {
  private static final int EVENTS = LogShape.LINES.size();

  @TempDir private Path home;

  private static String log(LogShape shape) {
    return LogShape.LINES.stream().map(shape::wrap).collect(Collectors.joining("\n", "", "\n"));
  }

  private Path write(String path, String text) throws IOException {
    Path file = home.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private LogFindings search(String os, String... followed) {
    return SandboxLogSearch.of(os, home, Map.of(), Clock.systemUTC())
        .search(List.of(followed), () -> true);
  }

  private LogFindings searchWithin(Limits limits) {
    return new SandboxLogSearch(
            LogPlaces.of("Linux", home, Map.of()), home, Clock.systemUTC(), limits)
        .search(List.of(), () -> true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Linux | CLAUDE_DESKTOP | .config/Claude/logs/mcp-server-box.log | .config/Claude/logs/mcp-server-box.log
          Linux | CLAUDE_CODE | .cache/claude-cli-nodejs/-home-me-x/mcp-logs-box/2026-03-01T08-00-00-000Z.jsonl | .cache/claude-cli-nodejs/*/mcp-logs-box/*.jsonl
          Linux | VS_CODE | .config/Code/logs/20260301T080000/window1/mcpServer.mcp.config.usrlocal.box.log | .config/Code/logs/*/window*/mcpServer.mcp.config.usrlocal.box.log
          Linux | VS_CODE | .config/VSCodium/logs/20260301T080000/mcpServer.box.log | .config/VSCodium/logs/*/mcpServer.box.log
          Linux | CURSOR | .config/Cursor/logs/20260301T080000/window2/exthost/anysphere.cursor-mcp/MCP user-box.log | .config/Cursor/logs/*/window*/exthost/anysphere.cursor-mcp/MCP user-box.log
          Linux | WINDSURF | .config/Windsurf/logs/20260301T080000/window1/exthost/codeium.windsurf/Windsurf.log | .config/Windsurf/logs/*/window*/exthost/codeium.windsurf/Windsurf.log
          Linux | FILE | box.log | box.log
          Mac OS X | CLAUDE_DESKTOP | Library/Logs/Claude/mcp-server-box.log | Library/Logs/Claude/mcp-server-box.log
          Mac OS X | CLAUDE_CODE | Library/Caches/claude-cli-nodejs/-Users-me/mcp-logs-box/a.jsonl | Library/Caches/claude-cli-nodejs/*/mcp-logs-box/*.jsonl
          Mac OS X | VS_CODE | Library/Application Support/Code/logs/1/window1/mcpServer.box.log | Library/Application Support/Code/logs/*/window*/mcpServer.box.log
          Mac OS X | CURSOR | Library/Application Support/Cursor/logs/1/window1/mcpServer.box.log | Library/Application Support/Cursor/logs/*/window*/mcpServer.box.log
          Windows 11 | CLAUDE_DESKTOP | AppData/Roaming/Claude/logs/mcp-server-box.log | AppData/Roaming/Claude/logs/mcp-server-box.log
          Windows 11 | CLAUDE_DESKTOP | AppData/Local/Claude/Logs/mcp-server-box.log | AppData/Local/Claude/Logs/mcp-server-box.log
          Windows 11 | CLAUDE_DESKTOP | AppData/Local/Packages/Claude_pz/LocalCache/Roaming/Claude/logs/mcp.log | AppData/Local/Packages/Claude_*/LocalCache/Roaming/Claude/logs/mcp.log
          Windows 11 | CLAUDE_CODE | AppData/Local/claude-cli-nodejs/Cache/C--x/mcp-logs-box/a.jsonl | AppData/Local/claude-cli-nodejs/Cache/*/mcp-logs-box/*.jsonl
          Windows 11 | VS_CODE | AppData/Roaming/Code/logs/1/window1/mcpServer.box.log | AppData/Roaming/Code/logs/*/window*/mcpServer.box.log
          Windows 11 | WINDSURF | AppData/Roaming/Windsurf/logs/1/window1/mcpServer.box.log | AppData/Roaming/Windsurf/logs/*/window*/mcpServer.box.log
          """)
  void aLogIsFoundWhereItsClientWritesIt(String os, LogOrigin origin, String path, String pattern)
      throws IOException {
    LogShape shape =
        switch (origin) {
          case CLAUDE_DESKTOP -> LogShape.CLAUDE_DESKTOP;
          case CLAUDE_CODE -> LogShape.CLAUDE_CODE;
          case VS_CODE -> LogShape.VS_CODE;
          case CURSOR -> LogShape.CURSOR;
          case WINDSURF -> LogShape.WINDSURF;
          case FILE -> LogShape.RAW;
        };
    Path file = write(path, "first\n" + log(shape));

    assertThat(search(os).logs())
        .containsExactly(
            new FoundLog(origin, "~/" + pattern, List.of(file), EVENTS, true, false, false));
    assertThat(LogPattern.parse("~/" + pattern, home).orElseThrow().files())
        .as("what is offered can be followed")
        .containsExactly(file);
  }

  @Test
  void theVariablesOfTheSystemComeBeforeTheUsualFolders() throws IOException {
    Path file = write("elsewhere/Claude/logs/mcp.log", log(LogShape.RAW));
    Map<String, String> environment =
        Map.of("XDG_CONFIG_HOME", home.resolve("elsewhere").toString(), "XDG_CACHE_HOME", "cache");
    LogFindings found =
        SandboxLogSearch.of("Linux", home, environment, Clock.systemUTC())
            .search(List.of(), () -> true);
    assertThat(found.logs()).singleElement().returns(List.of(file), FoundLog::files);
  }

  @Test
  void theSessionsOfAClientAreOneLogAndTheirCopiesCountOnce() throws IOException {
    String half = LogShape.LINES.subList(0, 3).stream().collect(Collectors.joining("\n", "", "\n"));
    Path old = write(".config/Code/logs/1/window1/mcpServer.box.log", half);
    Path now = write(".config/Code/logs/2/window1/mcpServer.box.log", log(LogShape.RAW));
    write(".config/Code/logs/2/window1/mcpServer.other.log", "nothing of ours\n");
    Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2026-03-01T08:00:00Z")));

    LogFindings found = search("Linux");
    assertThat(found.logs())
        .singleElement()
        .returns(List.of(now, old), FoundLog::files)
        .returns((long) EVENTS, FoundLog::events);
    assertThat(found.filesRead()).isEqualTo(3);
  }

  @Test
  void theLogWithMostEventsComesFirst() throws IOException {
    write("a.log", LogShape.LINES.getFirst());
    write("b.log", log(LogShape.RAW));
    assertThat(search("Linux").logs())
        .extracting(FoundLog::pattern)
        .containsExactly("~/b.log", "~/a.log");
  }

  @Test
  void whatIsFollowedIsToldAndItsFolderLookedInto() throws IOException {
    write("logs/box.log", log(LogShape.RAW));
    write("logs/other.log", log(LogShape.RAW));
    assertThat(search("Linux").logs()).isEmpty();
    assertThat(search("Linux", "~/logs/box.log").logs())
        .extracting(FoundLog::pattern, FoundLog::followed)
        .containsExactly(tuple("~/logs/box.log", true), tuple("~/logs/other.log", false));
    assertThat(search("Linux", "~/logs/*.log", "no pattern").logs())
        .allMatch(FoundLog::followed)
        .hasSize(2);
  }

  /** A name is told as it is and must not mean other files. */
  @ParameterizedTest
  @ValueSource(strings = {"a[1].log", "{a,b}.log", "a b\u001b[31m.log"})
  void theSignsInANameMeanThemselves(String name) throws IOException {
    Path file = write(name, log(LogShape.RAW));
    write("a1.log", "other\n");
    FoundLog found = search("Linux").logs().getFirst();
    assertThat(found.files()).containsExactly(file);
    assertThat(LogPattern.parse(found.pattern(), home).orElseThrow().files()).containsExactly(file);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void linksThatLeadInCirclesEndAndOneFileIsFoundOnce() throws IOException {
    write(".config/Code/logs/1/window1/mcpServer.box.log", log(LogShape.RAW));
    Path logs = home.resolve(".config/Code/logs");
    Files.createSymbolicLink(logs.resolve("2"), logs);
    Files.createSymbolicLink(logs.resolve("3"), logs.resolve("1"));
    Files.createSymbolicLink(logs.resolve("4"), logs.resolve("4"));
    assertThat(search("Linux").logs())
        .singleElement()
        .returns(1, log -> log.files().size())
        .returns((long) EVENTS, FoundLog::events);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatCannotBeReadIsToldAndTheRestIsRead() throws IOException {
    Path closed = write("closed.log", log(LogShape.RAW));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    write("open.log", log(LogShape.RAW));
    Files.createDirectories(home.resolve("folder.log"));
    LogFindings found = search("Linux");
    assertThat(found.logs()).extracting(FoundLog::pattern).contains("~/open.log");
    if (!Files.isReadable(closed)) {
      assertThat(found.unreadable()).containsExactly(closed);
    }
  }

  @Test
  void aDamagedArchiveIsToldAsUnreadable() throws IOException {
    byte[] packed = gzip(log(LogShape.RAW));
    Path file = home.resolve("cut.log");
    Files.write(file, Arrays.copyOf(packed, packed.length - 9));
    assertThat(search("Linux").unreadable()).containsExactly(file);
  }

  @Test
  void aSearchEndsWhenItIsToldTo() throws IOException {
    write("a.log", log(LogShape.RAW));
    write("b.log", log(LogShape.RAW));
    AtomicInteger asked = new AtomicInteger();
    LogFindings found =
        SandboxLogSearch.of("Linux", home, Map.of(), Clock.systemUTC())
            .search(List.of(), () -> asked.incrementAndGet() < 4);
    assertThat(found.whole()).isFalse();
    assertThat(found.logs()).hasSizeLessThan(2);
  }

  @Test
  void aSearchEndsWhenItsTimeIsUp() throws IOException {
    write("a.log", log(LogShape.RAW));
    AtomicInteger seconds = new AtomicInteger();
    InstantSource clock = () -> Instant.EPOCH.plusSeconds(seconds.getAndAdd(5));
    LogFindings found =
        SandboxLogSearch.of("Linux", home, Map.of(), clock).search(List.of(), () -> true);
    assertThat(found.whole()).isFalse();
  }

  @Test
  void aSearchReadsNoMoreFilesNamesOrBytesThanItMay() throws IOException {
    for (int i = 0; i < 5; i++) {
      write("box" + i + ".log", log(LogShape.RAW));
    }
    Duration time = Duration.ofMinutes(1);
    LogFindings few = searchWithin(new Limits(100, 2, 1 << 20, 1 << 20, time));
    assertThat(few.filesRead()).isEqualTo(2);
    assertThat(few.whole()).isFalse();
    assertThat(searchWithin(new Limits(3, 100, 1 << 20, 1 << 20, time)).filesRead())
        .isLessThanOrEqualTo(3);
    LogFindings cut = searchWithin(new Limits(100, 100, 1 << 20, 700, time));
    assertThat(cut.whole()).isFalse();
    assertThat(cut.logs())
        .hasSize(5)
        .allMatch(log -> !log.whole() && log.events() > 0 && log.events() < EVENTS);
    assertThat(searchWithin(new Limits(100, 100, 700, 1 << 20, time)).logs()).hasSize(1);
    assertThat(searchWithin(new Limits(100, 100, 1 << 20, 1 << 20, time)).whole()).isTrue();
  }

  @Test
  void aFileThatEndsJustWhereItsLimitIsWasReadWhole() throws IOException {
    String text = log(LogShape.RAW);
    write("box.log", text);
    long bytes = text.getBytes(StandardCharsets.UTF_8).length;
    LogFindings found = searchWithin(new Limits(100, 100, 1 << 20, bytes, Duration.ofMinutes(1)));
    assertThat(found.whole()).isTrue();
    assertThat(found.logs()).singleElement().returns(true, FoundLog::whole);
  }

  @Test
  void oneFileCanBeLookedInto() throws IOException {
    SandboxLogSearch search = SandboxLogSearch.of("Linux", home, Map.of(), Clock.systemUTC());
    Path log = write("x/box.txt", log(LogShape.VS_CODE));
    assertThat(search.look(log, List.of("~/x/*"), () -> true))
        .isEqualTo(
            new FoundLog(LogOrigin.FILE, "~/x/box.txt", List.of(log), EVENTS, true, true, false));
    Path packed = Files.write(home.resolve("box.gz"), gzip(log(LogShape.RAW)));
    assertThat(search.look(packed, List.of(), () -> true))
        .returns((long) EVENTS, FoundLog::events)
        .as("nothing more is written to a packed log")
        .returns(true, FoundLog::packed)
        .returns(false, FoundLog::mayFollow);
    Path other = write("other.txt", "nothing\n");
    assertThat(search.look(other, List.of(), () -> true).events()).isZero();
  }

  @Test
  void whatIsNoReadableFileIsSaid() throws IOException {
    SandboxLogSearch search = SandboxLogSearch.of("Linux", home, Map.of(), Clock.systemUTC());
    Path zip = Files.write(home.resolve("a.zip"), new byte[] {'P', 'K', 3, 4, 0, 0});
    assertThatThrownBy(() -> search.look(home, List.of(), () -> true))
        .isInstanceOf(NotAFileException.class);
    assertThatThrownBy(() -> search.look(home.resolve("none"), List.of(), () -> true))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> search.look(zip, List.of(), () -> true))
        .isInstanceOf(PackedLogException.class);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }
}
