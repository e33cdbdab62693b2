package io.github.sandboxcache.domain.settings;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the platform wants an app's files. Nothing is created here.
 *
 * @param config settings and window state
 * @param data what must not be lost: the usage ledger, archives of removed images
 * @param cache what can be made again: remembered lists
 * @param state logs and locks
 */
public record AppDirectories(Path config, Path data, Path cache, Path state) {
  private static final String NAME = "sandbox-cache";
  private static final String SYSTEM_HOME = "user.home";
  private static final String DISPLAY_NAME = "Sandbox Cache";

  /** Overrides all of them with one directory, for tests and portable use. */
  public static final String HOME_VARIABLE = "SANDBOX_CACHE_HOME";

  /**
   * The directories of this user: XDG base directories on Linux, Application Support on macOS,
   * AppData on Windows.
   *
   * @param osName the system's name as in the property {@code os.name}
   * @param home the user's home directory
   * @param environment the process's variables
   * @throws NoHomeException when the one directory that is named for all is no absolute path
   */
  public static AppDirectories of(String osName, Path home, Map<String, String> environment) {
    Optional<Path> override = override(environment);
    if (override.isPresent()) {
      return under(override.get());
    }
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      Path roaming =
          directory(environment, "APPDATA").orElse(home.resolve("AppData").resolve("Roaming"));
      Path local =
          directory(environment, "LOCALAPPDATA").orElse(home.resolve("AppData").resolve("Local"));
      Path mine = local.resolve(DISPLAY_NAME);
      return new AppDirectories(
          roaming.resolve(DISPLAY_NAME),
          mine.resolve("data"),
          mine.resolve("cache"),
          mine.resolve("state"));
    }
    if (os.contains("mac")) {
      Path library = home.resolve("Library");
      Path support = library.resolve("Application Support").resolve(DISPLAY_NAME);
      return new AppDirectories(
          support,
          support,
          library.resolve("Caches").resolve(DISPLAY_NAME),
          library.resolve("Logs").resolve(DISPLAY_NAME));
    }
    return new AppDirectories(
        xdg(environment, "XDG_CONFIG_HOME", home.resolve(".config")),
        xdg(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share")),
        xdg(environment, "XDG_CACHE_HOME", home.resolve(".cache")),
        xdg(environment, "XDG_STATE_HOME", home.resolve(".local").resolve("state")));
  }

  /**
   * The user's home directory: {@code HOME} where it is set, as docker and XDG have it, else what
   * the system says of the user. Without either, the one directory that is named for all.
   *
   * @param osName the system's name as in the property {@code os.name}
   * @param systemHome the home as in the property {@code user.home}
   * @param environment the process's variables
   * @throws NoHomeException when there is none
   */
  public static Path home(String osName, String systemHome, Map<String, String> environment) {
    boolean windows = osName.toLowerCase(Locale.ROOT).contains("win");
    Optional<Path> named = windows ? Optional.empty() : directory(environment, "HOME");
    return named
        .or(
            () ->
                directory(Map.of(SYSTEM_HOME, systemHome), SYSTEM_HOME)
                    .filter(AppDirectories::isHome))
        .or(() -> override(environment))
        .orElseThrow(NoHomeException::unknown);
  }

  /** Users without a home have one that is not there, or the root of all directories. */
  private static boolean isHome(Path directory) {
    return directory.getParent() != null && Files.isDirectory(directory);
  }

  private static Optional<Path> override(Map<String, String> environment) {
    String value = environment.getOrDefault(HOME_VARIABLE, "");
    Optional<Path> directory = directory(environment, HOME_VARIABLE);
    if (directory.isEmpty() && !value.isEmpty()) {
      throw NoHomeException.notAbsolute(HOME_VARIABLE, value);
    }
    return directory;
  }

  /** All directories under one. */
  public static AppDirectories under(Path root) {
    return new AppDirectories(
        root.resolve("config"), root.resolve("data"), root.resolve("cache"), root.resolve("state"));
  }

  /** The settings. */
  public Path settingsFile() {
    return config.resolve("settings.json");
  }

  /** Place, size and folds of the window. */
  public Path windowFile() {
    return config.resolve("window.json");
  }

  /** The pinned images. */
  public Path pinsFile() {
    return config.resolve("pins.json");
  }

  /** The usage ledger. */
  public Path usageFile() {
    return data.resolve("usage.db");
  }

  /** What is on its way to and from registries, and what came from there. */
  public Path transfersFile() {
    return data.resolve("transfers.json");
  }

  /** The archives of removed images. */
  public Path archives() {
    return data.resolve("archives");
  }

  /** One remembered list for each engine. */
  public Path snapshots() {
    return cache.resolve("engines");
  }

  /** One lock for each install that runs. */
  public Path locks() {
    return state.resolve("locks");
  }

  /** Lock and socket of the window that is open. */
  public Path instances() {
    return state.resolve("window");
  }

  /** When the cache was last pruned by itself. */
  public Path lastRunFile() {
    return state.resolve("automatic.json");
  }

  /** The log files. */
  public Path logs() {
    return state.resolve("logs");
  }

  private static Path xdg(Map<String, String> environment, String variable, Path fallback) {
    return directory(environment, variable).orElse(fallback).resolve(NAME);
  }

  /** The XDG rules say that a relative path counts as unset. */
  private static Optional<Path> directory(Map<String, String> environment, String variable) {
    String value = environment.getOrDefault(variable, "");
    try {
      return Optional.of(value).filter(v -> !v.isEmpty()).map(Path::of).filter(Path::isAbsolute);
    } catch (InvalidPathException _) {
      // Another directory in its place would have other pins.
      throw NoHomeException.notAbsolute(variable, value);
    }
  }
}
