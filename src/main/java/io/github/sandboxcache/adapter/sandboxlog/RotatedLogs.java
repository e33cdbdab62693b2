package io.github.sandboxcache.adapter.sandboxlog;

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
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what may have become of a log that was rotated: files beside it. Some tell it by their
 * names, such as {@code mcp.log.1}, {@code mcp1.log}, {@code mcp.old.log}, {@code
 * mcp-2026-03-01.log} or {@code mcp.log.2.gz}; of any other only its content can tell.
 */
final class RotatedLogs {
  /** So many files of each sort are looked at, those written to last. */
  private static final int MAX_FILES = 64;

  /** In a folder with more files than that, those of other names are not all found. */
  private static final int MAX_OTHERS = 1_000;

  private static final String NUMBER = "\\d[\\dTZ:+._-]{0,40}";
  private static final String WORD =
      "(?:old|bak|backup|prev|previous|last|orig|save|saved|archive|archived|rotated)\\d{0,6}";
  private static final String MARK = "(?:[._-](?:%s|%s)|\\.?~\\d{0,6}~?)".formatted(NUMBER, WORD);
  private static final String MARK_OR_NUMBER = "(?:%s|%s)".formatted(MARK, NUMBER);
  private static final String PACKED = "(?:\\.(?:gz|xz|zst|bz2|zip|lz4|7z))?";

  private RotatedLogs() {}

  /**
   * A file beside a log.
   *
   * @param isNamed whether its name says that it was made of the log
   */
  record Sibling(Path file, boolean isNamed) {}

  private record Found(Path file, boolean isNamed, FileTime modified) {}

  /**
   * Tells which files are what became of that log, by their names. A number right behind the name
   * does not say it: {@code mcp2.log} may be the log of another server.
   */
  static Predicate<Path> madeOf(Path log) {
    Pattern names = names(log, MARK);
    return file -> Objects.equals(log.getParent(), file.getParent()) && isNamed(file, names);
  }

  /**
   * The files beside a log, the one written to last at the end of those named like it, and so the
   * others; none where nothing is.
   *
   * @param alsoOthers whether files of any name are wanted
   * @param isFollowed which files need not be found
   */
  static List<Sibling> of(Path log, boolean alsoOthers, Predicate<Path> isFollowed)
      throws IOException {
    Pattern names = names(log, MARK_OR_NUMBER);
    List<Found> found = new ArrayList<>();
    int others = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(log.toAbsolutePath().getParent())) {
      for (Path file : files) {
        boolean isNamed = isNamed(file, names);
        if (!isNamed) {
          others++;
        }
        if ((isNamed || (alsoOthers && others <= MAX_OTHERS))
            && !file.equals(log)
            && !isFollowed.test(file)) {
          look(file, isNamed, found);
        }
      }
    } catch (NoSuchFileException _) {
      return List.of();
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return Stream.concat(newest(found, true), newest(found, false))
        .map(file -> new Sibling(file.file(), file.isNamed()))
        .toList();
  }

  private static Stream<Found> newest(List<Found> all, boolean isNamed) {
    List<Found> found = all.stream().filter(file -> file.isNamed() == isNamed).toList();
    return found.stream()
        .sorted(Comparator.comparing(Found::modified).thenComparing(Found::file))
        .skip(Math.max(0, found.size() - MAX_FILES));
  }

  private static void look(Path file, boolean isNamed, List<Found> found) throws IOException {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      if (now.isRegularFile()) {
        found.add(new Found(file, isNamed, now.lastModifiedTime()));
      }
    } catch (NoSuchFileException _) {
      // It got its next name in between.
    }
  }

  private static boolean isNamed(Path file, Pattern names) {
    return names.matcher(file.getFileName().toString()).matches();
  }

  private static Pattern names(Path log, String mark) {
    String name = log.getFileName().toString();
    int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
    String stem = Pattern.quote(name.substring(0, dot));
    String end = Pattern.quote(name.substring(dot));
    String rotated =
        Stream.of(
                stem + end + MARK + PACKED,
                stem + mark + end + MARK + "?" + PACKED,
                NUMBER + "[._-]" + stem + end + PACKED,
                stem + end + PACKED.replaceFirst("\\?$", ""))
            .reduce((one, other) -> one + "|" + other)
            .orElseThrow();
    return Pattern.compile(rotated);
  }
}
