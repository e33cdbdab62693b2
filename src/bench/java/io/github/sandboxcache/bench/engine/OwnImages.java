package io.github.sandboxcache.bench.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sandboxcache.domain.cache.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Small cached images that the benchmarks make for themselves, marked by a label. */
final class OwnImages {
  static final String MARK = "io.github.sandboxcache.benchmark";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int AT_ONCE = 500;
  private static final Duration PAST = Duration.ofDays(400);

  private final Curl curl;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  OwnImages(Curl curl) {
    this.curl = curl;
  }

  /** The reference of one of them. */
  static String reference(int number) {
    Language language = Language.KNOWN.get(number % Language.KNOWN.size());
    return "mcp-sandbox-" + language + ":" + sha256(bytes("benchmark-" + number)).substring(0, 12);
  }

  /** The references of some of them. */
  static List<String> references(int from, int to) {
    List<String> references = new ArrayList<>();
    for (int i = from; i < to; i++) {
      references.add(reference(i));
    }
    return references;
  }

  /**
   * Makes some.
   *
   * @param ownLayers whether each has a layer of its own, as real ones have, which takes longer
   */
  void make(int from, int to, boolean ownLayers) throws IOException {
    for (int start = from; start < to; start += AT_ONCE) {
      Path tar = Files.createTempFile("images", ".tar");
      try {
        try (OutputStream out = Files.newOutputStream(tar)) {
          write(out, start, Math.min(to, start + AT_ONCE), ownLayers);
        }
        curl.load(tar);
      } finally {
        Files.delete(tar);
      }
    }
  }

  /** Removes some, whichever of them are there. */
  void remove(int from, int to) throws IOException {
    double _ = curl.remove(references(from, to), true);
  }

  private void write(OutputStream out, int from, int to, boolean ownLayers) throws IOException {
    List<Map<String, Object>> manifest = new ArrayList<>();
    Set<String> written = new HashSet<>();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      for (int i = from; i < to; i++) {
        byte[] layer = layer(ownLayers ? i : 0);
        String layerId = sha256(layer);
        String layerFile = layerId + "/layer.tar";
        if (written.add(layerFile)) {
          put(tar, layerFile, layer);
        }
        byte[] config = config(i, layerId);
        String configFile = sha256(config) + ".json";
        put(tar, configFile, config);
        manifest.add(
            Map.of(
                "Config", configFile,
                "RepoTags", List.of(reference(i)),
                "Layers", List.of(layerFile)));
      }
      put(tar, "manifest.json", JSON.writeValueAsBytes(manifest));
    }
  }

  private byte[] config(int number, String layerId) throws IOException {
    String created = now.minus(PAST.dividedBy(1_000).multipliedBy(number % 1_000)).toString();
    return JSON.writeValueAsBytes(
        Map.of(
            "architecture",
            "amd64",
            "os",
            "linux",
            "created",
            created,
            "config",
            Map.of("Labels", Map.of(MARK, Integer.toString(number))),
            "rootfs",
            Map.of("type", "layers", "diff_ids", List.of("sha256:" + layerId)),
            "history",
            List.of(Map.of("created", created, "created_by", "benchmark"))));
  }

  private static byte[] layer(int number) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      put(tar, "benchmark-" + number, bytes("layer " + number));
    }
    return bytes.toByteArray();
  }

  private static void put(TarArchiveOutputStream tar, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    entry.setModTime(0);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
