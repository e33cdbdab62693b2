package io.github.sandboxcache.domain.settings;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why the system refused a file, in its own words, without the names of Java's classes. */
public final class SystemReason {
  private SystemReason() {}

  /** The reason alone: {@code Permission denied}. Untrusted where the system names files. */
  public static String of(IOException problem) {
    return switch (problem) {
      case AccessDeniedException _ -> "Permission denied";
      case NoSuchFileException _ -> "No such file or directory";
      case FileAlreadyExistsException inTheWay -> "Not a directory: " + inTheWay.getFile();
      case NotDirectoryException other -> "Not a directory: " + other.getFile();
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> String.valueOf(problem.getMessage());
    };
  }
}
