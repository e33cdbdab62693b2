package io.github.sandboxcache.adapter.sandboxlog;

import io.github.sandboxcache.domain.usage.LogOrigin;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The places where MCP clients keep what their servers write to standard error, on each system.
 * Where that is known from stands in {@code docs/log-places.md}.
 */
final class LogPlaces {
  /** Each writes as VS Code does, into a folder of its own. */
  private static final List<String> VS_CODES = List.of("Code", "Code - Insiders", "VSCodium");

  private static final String CLAUDE_LOGS = "mcp*.log";
  private static final String WINDOW = "window*";

  private final List<LogPlace> places = new ArrayList<>();

  private LogPlaces() {}

  /**
   * The places of one user.
   *
   * @param osName the system's name as in the property {@code os.name}
   * @param home the user's home directory
   * @param environment the process's variables
   */
  static List<LogPlace> of(String osName, Path home, Map<String, String> environment) {
    String os = osName.toLowerCase(Locale.ROOT);
    LogPlaces found = new LogPlaces();
    if (os.contains("win")) {
      found.onWindows(home, environment);
    } else if (os.contains("mac")) {
      found.onMac(home.resolve("Library"));
    } else {
      found.onLinux(home, environment);
    }
    found.add(LogOrigin.FILE, home, 0, "*.log");
    return List.copyOf(found.places);
  }

  private void onLinux(Path home, Map<String, String> environment) {
    Path config = directory(environment, "XDG_CONFIG_HOME").orElse(home.resolve(".config"));
    Path cache = directory(environment, "XDG_CACHE_HOME").orElse(home.resolve(".cache"));
    add(LogOrigin.CLAUDE_DESKTOP, config.resolve("Claude").resolve("logs"), 0, CLAUDE_LOGS);
    claudeCode(cache.resolve("claude-cli-nodejs"));
    editors(config);
  }

  private void onMac(Path library) {
    add(LogOrigin.CLAUDE_DESKTOP, library.resolve("Logs").resolve("Claude"), 0, CLAUDE_LOGS);
    claudeCode(library.resolve("Caches").resolve("claude-cli-nodejs"));
    editors(library.resolve("Application Support"));
  }

  private void onWindows(Path home, Map<String, String> environment) {
    Path data = home.resolve("AppData");
    Path roaming = directory(environment, "APPDATA").orElse(data.resolve("Roaming"));
    Path local = directory(environment, "LOCALAPPDATA").orElse(data.resolve("Local"));
    add(LogOrigin.CLAUDE_DESKTOP, roaming.resolve("Claude").resolve("logs"), 0, CLAUDE_LOGS);
    add(LogOrigin.CLAUDE_DESKTOP, local.resolve("Claude").resolve("Logs"), 0, CLAUDE_LOGS);
    add(
        LogOrigin.CLAUDE_DESKTOP,
        local.resolve("Packages"),
        5,
        "Claude_*",
        "LocalCache",
        "Roaming",
        "Claude",
        "logs",
        CLAUDE_LOGS);
    claudeCode(local.resolve("claude-cli-nodejs").resolve("Cache"));
    editors(roaming);
  }

  private void claudeCode(Path cache) {
    add(LogOrigin.CLAUDE_CODE, cache, 1, "*", "mcp-logs-*", "*.jsonl");
  }

  private void editors(Path settings) {
    VS_CODES.forEach(name -> vsCode(LogOrigin.VS_CODE, settings.resolve(name).resolve("logs")));
    Path cursor = settings.resolve("Cursor").resolve("logs");
    add(LogOrigin.CURSOR, cursor, 4, "*", WINDOW, "exthost", "anysphere.cursor-mcp", "MCP*.log");
    vsCode(LogOrigin.CURSOR, cursor);
    Path windsurf = settings.resolve("Windsurf").resolve("logs");
    add(LogOrigin.WINDSURF, windsurf, 4, "*", WINDOW, "exthost", "codeium.windsurf", "*.log");
    vsCode(LogOrigin.WINDSURF, windsurf);
  }

  private void vsCode(LogOrigin origin, Path logs) {
    add(origin, logs, 2, "*", WINDOW, "mcpServer*.log");
    add(origin, logs, 1, "*", "mcpServer*.log");
  }

  private void add(LogOrigin origin, Path folder, int server, String... names) {
    places.add(new LogPlace(origin, folder, List.of(names), server));
  }

  /** A relative path counts as unset. */
  private static Optional<Path> directory(Map<String, String> environment, String variable) {
    try {
      return Optional.of(Path.of(environment.getOrDefault(variable, ""))).filter(Path::isAbsolute);
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }
}
