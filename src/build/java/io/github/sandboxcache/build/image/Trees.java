package io.github.sandboxcache.build.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories with all that is in them. */
final class Trees {
  private Trees() {}

  /** Deletes a directory, if it is there. */
  static void delete(Path root) throws IOException {
    if (Files.exists(root)) {
      for (Path path : list(root).reversed()) {
        Files.delete(path);
      }
    }
  }

  /** Gives every file and directory that time of change. */
  static void setTime(Path root, Instant time) throws IOException {
    for (Path path : list(root).reversed()) {
      if (!Files.isSymbolicLink(path)) {
        Files.setLastModifiedTime(path, FileTime.from(time));
      }
    }
  }

  /** The bytes of all files. */
  static long size(Path root) throws IOException {
    return list(root).stream().filter(Files::isRegularFile).mapToLong(Trees::fileSize).sum();
  }

  private static long fileSize(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The directory and all below it, each before what it contains. */
  private static List<Path> list(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.sorted(Comparator.naturalOrder()).toList();
    }
  }
}
