package io.github.sandboxcache.trials.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Small images as an archive that an engine loads. */
final class ImageArchive {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int EXECUTABLE = 0100755;

  private ImageArchive() {}

  static byte[] of(List<NewImage> images, String mark) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      List<Map<String, Object>> manifest =
          images.stream().map(image -> write(image, mark, tar)).toList();
      put(tar, "manifest.json", JSON.writeValueAsBytes(manifest));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Map<String, Object> write(
      NewImage image, String mark, TarArchiveOutputStream tar) {
    try {
      byte[] layer = layer(image.content());
      String layerFile = sha256(layer) + "/layer.tar";
      put(tar, layerFile, layer);
      byte[] config = config(image.created(), mark, sha256(layer));
      String configFile = sha256(config) + ".json";
      put(tar, configFile, config);
      return Map.of("Config", configFile, "RepoTags", image.names(), "Layers", List.of(layerFile));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] config(Instant created, String mark, String layerId) throws IOException {
    Map<String, Object> run =
        Map.of("Cmd", List.of("/wait"), "Labels", Map.of(OwnThings.MARK, mark));
    return JSON.writeValueAsBytes(
        Map.of(
            "architecture",
            "amd64",
            "os",
            "linux",
            "created",
            created.toString(),
            "config",
            run,
            "rootfs",
            Map.of("type", "layers", "diff_ids", List.of("sha256:" + layerId)),
            "history",
            List.of(Map.of("created", created.toString(), "created_by", "trial"))));
  }

  private static byte[] layer(String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      put(tar, "wait", TinyProgram.WAIT);
      put(tar, "end", TinyProgram.END);
      // What an install of shell packages calls: the container idles, the package manager succeeds.
      put(tar, "bin/sleep", TinyProgram.WAIT);
      put(tar, "bin/apk", TinyProgram.END);
      put(tar, "bin/rm", TinyProgram.END);
      put(tar, "content", content.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static void put(TarArchiveOutputStream tar, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    entry.setMode(EXECUTABLE);
    entry.setModTime(0);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
