package io.github.sandboxcache.adapter.os;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the system looks for programs.
 *
 * @param directories as in the variable {@code PATH}
 */
record SearchPath(String directories) {
  private static final Pattern SEPARATOR = Pattern.compile(File.pathSeparator, Pattern.LITERAL);

  /** The file that is run by that name; empty when there is none. */
  Optional<Path> find(String name) {
    return SEPARATOR
        .splitAsStream(directories)
        .filter(directory -> !directory.isBlank())
        .map(directory -> program(directory, name))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Path> program(String directory, String name) {
    try {
      return Optional.of(Path.of(directory, name))
          .filter(file -> Files.isExecutable(file) && !Files.isDirectory(file));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }
}
