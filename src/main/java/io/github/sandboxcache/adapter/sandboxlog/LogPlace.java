package io.github.sandboxcache.adapter.sandboxlog;

import io.github.sandboxcache.domain.usage.LogOrigin;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A place where logs may be.
 *
 * @param origin who writes there
 * @param folder where it begins; absolute
 * @param names globs for the names beneath it, one for each level; the last one is of files
 * @param server which of these tells the server: files that have the same name there are one log
 */
record LogPlace(LogOrigin origin, Path folder, List<String> names, int server) {
  private static final Pattern GLOB_SIGN = Pattern.compile("[*?\\[{]");

  /** Copies the list, so that the record never changes. */
  LogPlace {
    names = List.copyOf(names);
  }

  /**
   * The files that are there now, in any order. No deeper than it has names, so that links that
   * lead in circles end; what cannot be listed is passed over.
   */
  List<Path> files(SearchBudget budget) {
    List<Path> found = List.of(folder);
    for (String name : names) {
      List<Path> next = new ArrayList<>();
      for (Path parent : found) {
        list(parent, name, budget, next);
      }
      found = next;
    }
    return found.stream().filter(Files::isRegularFile).toList();
  }

  private static void list(Path folder, String name, SearchBudget budget, List<Path> found) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, name)) {
      for (Path entry : entries) {
        if (!budget.mayList()) {
          return;
        }
        found.add(entry);
      }
    } catch (IOException | DirectoryIteratorException _) {
      // Folders of others are none of our business.
    }
  }

  /**
   * The pattern that means the log to which one of its files belongs, today's file and those to
   * come.
   *
   * @param home what {@code ~} stands for
   */
  String pattern(Path file, Path home) {
    Path below = folder.relativize(file);
    String rest =
        IntStream.range(0, names.size())
            .mapToObj(i -> i == server ? literally(below.getName(i).toString()) : names.get(i))
            .collect(Collectors.joining("/"));
    return written(folder, home) + "/" + rest;
  }

  /** The pattern that means that file and no other, whatever signs are in its name. */
  static String patternOf(Path file, Path home) {
    return written(file, home);
  }

  private static String written(Path path, Path home) {
    boolean below = path.startsWith(home);
    Path shown = below ? home.relativize(path) : path;
    String start =
        below ? "~" : shown.getRoot() == null ? "" : shown.getRoot().toString().replace('\\', '/');
    String names =
        IntStream.range(0, shown.getNameCount())
            .mapToObj(i -> literally(shown.getName(i).toString()))
            .filter(name -> !name.isEmpty())
            .collect(Collectors.joining("/"));
    return below && !names.isEmpty() ? start + "/" + names : start + names;
  }

  private static String literally(String name) {
    return GLOB_SIGN.matcher(name).replaceAll("[$0]");
  }
}
