package io.github.sandboxcache.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** An image as {@code docker load} takes it, made of a few files in one layer. */
public final class ImageArchive {
  private static final int EXECUTABLE = 0100755;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Map<String, Object> config = new LinkedHashMap<>();
  private String architecture = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
  private Instant created = Instant.parse("2026-01-02T03:04:05Z");

  /** Adds a file, executable for everybody. */
  public ImageArchive file(String path, byte[] content) {
    files.put(path, content);
    return this;
  }

  /** Adds a program of this machine with the libraries it needs. */
  public ImageArchive program(String path) {
    for (Path file : HostPrograms.withLibraries(Path.of(path))) {
      try {
        files.put(file.toString().substring(1), Files.readAllBytes(file));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot copy " + file, e);
      }
    }
    return this;
  }

  /** Sets a field of the image's configuration, such as {@code Cmd}. */
  public ImageArchive config(String field, Object value) {
    config.put(field, value);
    return this;
  }

  /** Sets the processor that it is for, as images name it; else this machine's. */
  public ImageArchive architecture(String name) {
    architecture = name;
    return this;
  }

  /** Sets the creation time. */
  public ImageArchive created(Instant time) {
    created = time;
    return this;
  }

  /** The archive with those references. */
  byte[] bytes(List<String> references) {
    byte[] layer = tar(files);
    Map<String, Object> image =
        Map.of(
            "architecture",
            architecture,
            "os",
            "linux",
            "created",
            created.toString(),
            "config",
            config,
            "rootfs",
            Map.of("type", "layers", "diff_ids", List.of("sha256:" + sha256(layer))));
    List<?> manifest =
        List.of(
            Map.of(
                "Config", "config.json", "RepoTags", references, "Layers", List.of("layer.tar")));
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("layer.tar", layer);
    parts.put("config.json", json(image));
    parts.put("manifest.json", json(manifest));
    return tar(parts);
  }

  private static byte[] json(Object value) {
    try {
      return JSON.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write JSON", e);
    }
  }

  /** A tar of those files, readable by everybody. */
  public static byte[] tar(Map<String, byte[]> contents) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Map.Entry<String, byte[]> content : contents.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(content.getKey());
        entry.setMode(EXECUTABLE);
        entry.setSize(content.getValue().length);
        entry.setModTime(0);
        tar.putArchiveEntry(entry);
        tar.write(content.getValue());
        tar.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
