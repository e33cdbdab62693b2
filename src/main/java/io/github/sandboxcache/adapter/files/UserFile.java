package io.github.sandboxcache.adapter.files;

import io.github.sandboxcache.domain.settings.StoredFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A small file that people may edit too; read and replaced as a whole. A link in its place or on
 * the way to it stays: what it leads to is replaced.
 *
 * @param path where it stands, absolute
 */
public record UserFile(Path path) implements StoredFile {
  /** A link that leads nowhere is a failure: its target may be on a disk that is away. */
  @Override
  public Optional<byte[]> read() throws IOException {
    try {
      return Optional.of(Files.readAllBytes(path));
    } catch (NoSuchFileException e) {
      if (isBehindBrokenLink()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** Its target may be on a disk that is not there just now. */
  private boolean isBehindBrokenLink() {
    Path there = path;
    while (there.getParent() != null && !Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
      there = there.getParent();
    }
    return !Files.exists(there);
  }

  /** The new content has the owner and the permissions of what stood there. */
  @Override
  public void replace(byte[] content) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    boolean there = Files.exists(path);
    Path target = there ? path.toRealPath() : path;
    Path next = target.resolveSibling(target.getFileName() + ".new");
    if (there) {
      Files.copy(
          target, next, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }
    try (FileChannel channel =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      // Else a power cut right after the move could leave an empty file.
      channel.force(true);
    }
    Files.move(next, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Keeps what stands there under another name beside it; an earlier copy is never replaced. */
  void keepCopy() throws IOException {
    Path copy = beside(".bak-1");
    for (int i = 2; Files.exists(copy, LinkOption.NOFOLLOW_LINKS); i++) {
      copy = beside(".bak-" + i);
    }
    Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
  }

  /** The path with something more at its end. */
  Path beside(String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }
}
