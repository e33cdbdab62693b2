package io.github.sandboxcache.adapter.sandboxlog;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The path of a log, or a glob for several, as a person writes it: absolute or beginning with
 * {@code ~/}; {@code *}, {@code ?}, {@code **}, {@code [a-z]} and {@code {a,b}} stand for others.
 */
public final class LogPattern {
  /** So many files of one pattern are followed at most. */
  static final int MAX_FILES = 200;

  private static final int MAX_DEPTH = 12;
  private static final int MAX_VISITS = 20_000;
  private static final String GLOB_SIGNS = "*?[{";
  private static final String HOME = "~";

  private final Path root;
  private final Optional<PathMatcher> matcher;
  private final int depth;

  private LogPattern(Path root, Optional<PathMatcher> matcher, int depth) {
    this.root = root;
    this.matcher = matcher;
    this.depth = depth;
  }

  /**
   * Reads a pattern.
   *
   * @param home what {@code ~} stands for
   * @return empty when it is not absolute, or no pattern at all
   */
  public static Optional<LogPattern> parse(String text, Path home) {
    String pattern = text.strip();
    if (pattern.equals(HOME) || pattern.startsWith(HOME + "/") || pattern.startsWith(HOME + "\\")) {
      pattern = home + pattern.substring(1);
    }
    if (FileSystems.getDefault().getSeparator().equals("\\")) {
      // There a backslash separates names, but in a glob it escapes.
      pattern = pattern.replace('\\', '/');
    }
    try {
      return parse(pattern);
    } catch (InvalidPathException | PatternSyntaxException _) {
      return Optional.empty();
    }
  }

  private static Optional<LogPattern> parse(String pattern) {
    int sign = firstSign(pattern);
    if (sign < 0) {
      Path file = Path.of(pattern);
      return file.isAbsolute() && file.getFileName() != null
          ? Optional.of(new LogPattern(file.normalize(), Optional.empty(), 0))
          : Optional.empty();
    }
    int rootEnd = pattern.lastIndexOf('/', sign);
    Path root = Path.of(pattern.substring(0, rootEnd + 1));
    if (!root.isAbsolute()) {
      return Optional.empty();
    }
    String rest = pattern.substring(rootEnd + 1);
    int depth = rest.contains("**") ? MAX_DEPTH : (int) rest.chars().filter(c -> c == '/').count();
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + rest);
    return Optional.of(new LogPattern(root.normalize(), Optional.of(matcher), depth + 1));
  }

  /** Whether it may mean several files. */
  boolean isGlob() {
    return matcher.isPresent();
  }

  private static int firstSign(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if (GLOB_SIGNS.indexOf(pattern.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The files it means now, by name: a plain path always, whether it is there or not; of a glob
   * those that are there, {@value #MAX_FILES} at most. Folders that may not be read are passed
   * over.
   */
  List<Path> files() throws IOException {
    if (matcher.isEmpty()) {
      return List.of(root);
    }
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(root, Set.of(), depth, new Finder(found));
    found.sort(null);
    return found;
  }

  private final class Finder extends SimpleFileVisitor<Path> {
    private final List<Path> found;
    private int visits;

    Finder(List<Path> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      boolean isFile = attributes.isRegularFile() || Files.isRegularFile(file);
      if (isFile && matcher.orElseThrow().matches(root.relativize(file))) {
        found.add(file);
      }
      visits++;
      return visits < MAX_VISITS && found.size() < MAX_FILES
          ? FileVisitResult.CONTINUE
          : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }
}
