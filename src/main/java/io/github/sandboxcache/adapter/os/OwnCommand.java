package io.github.sandboxcache.adapter.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How this app is started again from elsewhere: by its name, or by a path where that would fail.
 */
public final class OwnCommand {
  /** What it is called where it is installed. */
  public static final String NAME = "sandbox-cache";

  /** Set by the start scripts: where they are. */
  private static final String SCRIPT_PROPERTY = "sandboxcache.launcher";

  /**
   * Set by native launchers: where they are. That of the window has the one for verbs beside it.
   */
  private static final String WINDOW_PROPERTY = "jpackage.app-path";

  private final boolean windows;
  private final SearchPath path;

  /**
   * On that system.
   *
   * @param osName its name as in the property {@code os.name}
   * @param path where programs are, as in the variable {@code PATH}
   */
  public OwnCommand(String osName, String path) {
    this.windows = osName.toLowerCase(Locale.ROOT).startsWith("windows");
    this.path = new SearchPath(path);
  }

  /**
   * The name where it leads to what this app was started by, or nobody knows what that was; else
   * its path. Looks at the disk.
   *
   * @param properties the system's properties
   */
  public String word(UnaryOperator<@Nullable String> properties) {
    return launcher(properties)
        .filter(own -> onPath().filter(found -> isSame(found, own)).isEmpty())
        .map(Path::toString)
        .orElse(NAME);
  }

  private Optional<Path> launcher(UnaryOperator<@Nullable String> properties) {
    return Stream.of(
            path(properties.apply(SCRIPT_PROPERTY)).stream(),
            path(properties.apply(WINDOW_PROPERTY)).stream()
                .map(window -> window.resolveSibling(windows ? NAME + ".exe" : NAME)))
        .flatMap(each -> each)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static Optional<Path> path(@Nullable String value) {
    try {
      return Optional.ofNullable(value).map(Path::of).filter(Path::isAbsolute);
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private Optional<Path> onPath() {
    List<String> endings = windows ? List.of(".exe", ".bat", ".cmd") : List.of("");
    return endings.stream().map(end -> path.find(NAME + end)).flatMap(Optional::stream).findFirst();
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException _) {
      return false;
    }
  }
}
