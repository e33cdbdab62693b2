package io.github.sandboxcache.sandboxlog;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds what became of a log that was rotated: files beside it with its name and a number or date,
 * such as {@code mcp.log.1}, {@code mcp.log-20260301} or {@code mcp.1.log}. Packed ones are not
 * among them.
 */
final class RotatedLogs {
  private static final int MAX_FILES = 64;
  private static final String NUMBER_OR_DATE = "[.-]\\d[\\dTZ:._-]{0,30}";

  private RotatedLogs() {}

  private record Found(Path file, FileTime modified) {}

  /** Tells which files are what became of that log. */
  static Predicate<Path> madeOf(Path log) {
    Pattern names = names(log);
    return file ->
        Objects.equals(log.getParent(), file.getParent())
            && names.matcher(file.getFileName().toString()).matches();
  }

  /** The newest of those files, the one written to last at the end; none where nothing is. */
  static List<Path> of(Path log) throws IOException {
    Pattern names = names(log);
    List<Found> found = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(
            log.toAbsolutePath().getParent(),
            file -> names.matcher(file.getFileName().toString()).matches())) {
      for (Path file : files) {
        look(file).ifPresent(found::add);
      }
    } catch (NoSuchFileException _) {
      return List.of();
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return found.stream()
        .sorted(Comparator.comparing(Found::modified).thenComparing(Found::file))
        .skip(Math.max(0, found.size() - MAX_FILES))
        .map(Found::file)
        .toList();
  }

  private static Optional<Found> look(Path file) throws IOException {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return now.isRegularFile()
          ? Optional.of(new Found(file, now.lastModifiedTime()))
          : Optional.empty();
    } catch (NoSuchFileException _) {
      // It got its next name in between.
      return Optional.empty();
    }
  }

  private static Pattern names(Path log) {
    String name = log.getFileName().toString();
    String rotated = Pattern.quote(name) + NUMBER_OR_DATE;
    int dot = name.lastIndexOf('.');
    if (dot > 0) {
      rotated +=
          "|"
              + Pattern.quote(name.substring(0, dot))
              + NUMBER_OR_DATE
              + Pattern.quote(name.substring(dot));
    }
    return Pattern.compile(rotated);
  }
}
