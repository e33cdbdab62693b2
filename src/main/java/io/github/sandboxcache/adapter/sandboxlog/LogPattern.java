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
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final List<PathMatcher> folders;
  private final int depth;

  /**
   * A pattern.
   *
   * @param folders what the folders beneath the root are named, level by level; of deeper ones
   *     nothing is known
   */
  private LogPattern(
      Path root, Optional<PathMatcher> matcher, List<PathMatcher> folders, int depth) {
    this.root = root;
    this.matcher = matcher;
    this.folders = folders;
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
          ? Optional.of(new LogPattern(file.normalize(), Optional.empty(), List.of(), 0))
          : Optional.empty();
    }
    int rootEnd = pattern.lastIndexOf('/', sign);
    Path root = Path.of(pattern.substring(0, rootEnd + 1));
    if (!root.isAbsolute()) {
      return Optional.empty();
    }
    String rest = pattern.substring(rootEnd + 1);
    int depth = rest.contains("**") ? MAX_DEPTH : (int) rest.chars().filter(c -> c == '/').count();
    return Optional.of(
        new LogPattern(root.normalize(), Optional.of(glob(rest)), folders(rest), depth + 1));
  }

  private static PathMatcher glob(String text) {
    return FileSystems.getDefault().getPathMatcher("glob:" + text);
  }

  /** The globs of single folders; none where a group of alternatives may go across them. */
  private static List<PathMatcher> folders(String glob) {
    List<String> names = List.of(glob.split("/", -1));
    return glob.indexOf('{') >= 0
        ? List.of()
        : names.subList(0, names.size() - 1).stream()
            .takeWhile(name -> !name.contains("**"))
            .map(LogPattern::glob)
            .toList();
  }

  /** The folder of a plain path; of a glob the one beneath which it looks. */
  Path folder() {
    return matcher.isPresent() ? root : root.resolveSibling("");
  }

  /** Whether it means that file, be it there or not. */
  boolean means(Path file) {
    return matcher
        .map(glob -> file.startsWith(root) && glob.matches(root.relativize(file)))
        .orElseGet(() -> root.equals(file));
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
   * those that are there, of more than {@value #MAX_FILES} those written to last. Folders that may
   * not be read are passed over.
   */
  List<Path> files() throws IOException {
    if (matcher.isEmpty()) {
      return List.of(root);
    }
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    Finder finder = new Finder();
    Files.walkFileTree(root, Set.of(), depth, finder);
    return finder.found.entrySet().stream()
        .sorted(Map.Entry.<Path, FileTime>comparingByValue().reversed())
        .limit(MAX_FILES)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private final class Finder extends SimpleFileVisitor<Path> {
    private final Map<Path, FileTime> found = new HashMap<>();
    private int visits;

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      int level = folder.getNameCount() - root.getNameCount();
      return level == 0
              || level > folders.size()
              || folders.get(level - 1).matches(folder.getFileName())
          ? FileVisitResult.CONTINUE
          : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      boolean isFile = attributes.isRegularFile() || Files.isRegularFile(file);
      if (isFile && matcher.orElseThrow().matches(root.relativize(file))) {
        found.put(file, attributes.lastModifiedTime());
      }
      visits++;
      return visits < MAX_VISITS ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
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
