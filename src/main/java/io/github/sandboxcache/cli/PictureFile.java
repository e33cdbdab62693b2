package io.github.sandboxcache.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The file that a picture goes into: whole or not at all, in place of the one that was there.
 *
 * @param path absolute; where a link leads
 */
record PictureFile(Path path) {
  /**
   * Finds out early whether it can be written: to take a picture takes seconds.
   *
   * @throws IOException when it cannot, with the reason
   */
  static PictureFile at(Path named) throws IOException {
    Path path = named.toAbsolutePath().normalize();
    if (Files.exists(path)) {
      path = path.toRealPath();
      if (!Files.isRegularFile(path)) {
        throw new FileSystemException(path.toString(), null, "Not a file");
      }
    }
    Path folder = path.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new NoSuchFileException(String.valueOf(folder));
    }
    if (!Files.isWritable(folder)) {
      throw new AccessDeniedException(folder.toString());
    }
    return new PictureFile(path);
  }

  void write(byte[] content) throws IOException {
    Path part =
        path.resolveSibling(path.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    try {
      Files.write(part, content, StandardOpenOption.CREATE_NEW);
      Files.move(part, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      boolean _ = Files.deleteIfExists(part);
    }
  }
}
