package io.github.sandboxcache.adapter.docker;

import io.github.sandboxcache.domain.engine.EngineRefusedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Looks at and writes files of a container through the engine's archive endpoint. */
final class ContainerFiles {
  private final EngineConnection engine;

  ContainerFiles(EngineConnection engine) {
    this.engine = engine;
  }

  boolean exists(String containerId, String path) {
    String archive = "/containers/" + EngineRequest.pathPart(containerId) + "/archive";
    try {
      // docker-java would have the whole folder packed and sent.
      return engine.send(EngineRequest.head(archive).with("path", path), _ -> true);
    } catch (EngineRefusedException e) {
      if (e.status() == HttpURLConnection.HTTP_NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }

  void createDirectory(String containerId, String path) {
    // A trailing slash makes the entry a directory.
    extract(containerId, "/", new TarArchiveEntry(relative(path) + "/"), new byte[0]);
  }

  void write(String containerId, String directory, String name, byte[] content) {
    extract(containerId, directory, new TarArchiveEntry(name), content);
  }

  private static String relative(String absolutePath) {
    return absolutePath.replaceAll("^/+|/+$", "");
  }

  private void extract(
      String containerId, String directory, TarArchiveEntry entry, byte[] content) {
    engine.run(
        engine
            .commands()
            .copyArchiveToContainerCmd(containerId)
            .withRemotePath(directory)
            .withTarInputStream(new ByteArrayInputStream(tar(entry, content))));
  }

  private static byte[] tar(TarArchiveEntry entry, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }
}
