package io.github.sandboxcache.ui.connect;

import io.github.sandboxcache.domain.usage.FoundLog;
import io.github.sandboxcache.domain.usage.LogFindings;
import io.github.sandboxcache.domain.usage.LogOrigin;
import io.github.sandboxcache.domain.usage.LogSearch;
import io.github.sandboxcache.domain.usage.NotAFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A search that finds what the test says, and notes what it was asked. */
public final class FoundLogs implements LogSearch {
  /** The logs of the picture that shows how this looks. */
  public static final FoundLog DESKTOP =
      new FoundLog(
          LogOrigin.CLAUDE_DESKTOP,
          "~/.config/Claude/logs/mcp-server-sandbox.log",
          List.of(Path.of("/home/me/.config/Claude/logs/mcp-server-sandbox.log")),
          2_446,
          true,
          false,
          false);

  public static final FoundLog CODE =
      new FoundLog(
          LogOrigin.VS_CODE,
          "~/.config/Code/logs/*/window*/mcpServer.sandbox.log",
          List.of(Path.of("/home/me/.config/Code/logs/1/window1/mcpServer.sandbox.log")),
          311,
          true,
          false,
          false);

  private final LogFindings findings;
  private final List<String> asked = new ArrayList<>();
  private Optional<BooleanSupplier> goOn = Optional.empty();

  /** Finds that. */
  public FoundLogs(LogFindings findings) {
    this.findings = findings;
  }

  /** Finds these logs. */
  public static FoundLogs of(FoundLog... logs) {
    return new FoundLogs(new LogFindings(List.of(logs), 38, List.of(), true));
  }

  /** What it was asked so far. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  boolean mayGoOn() {
    return goOn.orElseThrow().getAsBoolean();
  }

  @Override
  public LogFindings search(List<String> followed, BooleanSupplier mayGoOn) {
    asked.add("search " + followed);
    goOn = Optional.of(mayGoOn);
    return findings;
  }

  @Override
  public FoundLog look(Path file, List<String> followed, BooleanSupplier mayGoOn)
      throws IOException {
    asked.add("look " + file.getFileName());
    if (file.endsWith("folder")) {
      throw new NotAFileException(file.toString());
    }
    long events = file.endsWith("empty.log") ? 0 : 7;
    String pattern = "~/" + file.getFileName();
    return new FoundLog(
        LogOrigin.FILE,
        pattern,
        List.of(file),
        events,
        true,
        followed.contains(pattern),
        pattern.endsWith(".gz"));
  }
}
