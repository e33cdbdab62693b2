package io.github.sandboxcache.adapter.archives;

import io.github.sandboxcache.domain.archives.ArchiveLimits;
import io.github.sandboxcache.domain.archives.ArchiveSubject;
import io.github.sandboxcache.domain.archives.ArchivedImage;
import io.github.sandboxcache.domain.task.Cancellation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Keeps one image after the other and says which is kept, until it is killed. */
final class ArchiveWriterProcess {
  static final ArchiveLimits LIMITS = new ArchiveLimits(Duration.ofDays(1), 1L << 40);
  private static final int LAYER_BYTES = 500_000;

  private ArchiveWriterProcess() {}

  /**
   * Begins.
   *
   * @param arguments the directory, and the number of the first image
   */
  public static void main(String[] arguments) throws IOException {
    FileArchives archives = new FileArchives(Path.of(arguments[0]), Clock.systemUTC());
    for (int number = Integer.parseInt(arguments[1]); ; number++) {
      ArchiveSubject subject =
          new ArchiveSubject(
              "unix:///engine", "sha256:" + number, List.of(), List.of(), 0, Optional.empty());
      ArchivedImage _ =
          archives.keep(
              subject, new ByteArrayInputStream(image(number)), LIMITS, new Cancellation());
      System.out.println(number);
    }
  }

  private static byte[] image(int number) throws IOException {
    byte[] layer = new byte[LAYER_BYTES];
    new Random(number).nextBytes(layer);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      add("layer.tar", layer, tar);
      add("manifest.json", new byte[] {'[', ']'}, tar);
    }
    return bytes.toByteArray();
  }

  private static void add(String name, byte[] content, TarArchiveOutputStream tar)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }
}
