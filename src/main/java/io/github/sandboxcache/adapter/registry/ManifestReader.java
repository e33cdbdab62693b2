package io.github.sandboxcache.adapter.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.domain.registry.Platform;
import io.github.sandboxcache.domain.registry.RemoteImage.RemoteLayer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what registries keep of an image: index, manifest, configuration. All is untrusted. */
final class ManifestReader {
  /** What is understood of an image. */
  static final String ACCEPT =
      String.join(
          ", ",
          "application/vnd.oci.image.index.v1+json",
          "application/vnd.docker.distribution.manifest.list.v2+json",
          "application/vnd.oci.image.manifest.v1+json",
          "application/vnd.docker.distribution.manifest.v2+json");

  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
  private static final int MAX_ENTRIES = 1000;

  private ManifestReader() {}

  /** One image of an index. */
  record Entry(Platform platform, String digest) {}

  /** Whether it is several images in one. */
  static boolean isIndex(JsonNode manifest) {
    return manifest.path("manifests").isArray();
  }

  /** Whether it is one image of a kind that is understood. */
  static boolean isImage(JsonNode manifest) {
    return isDigest(configDigest(manifest)) && manifest.path("layers").isArray();
  }

  static String configDigest(JsonNode manifest) {
    return manifest.path("config").path("digest").asText();
  }

  static boolean isDigest(String text) {
    return DIGEST.matcher(text).matches();
  }

  /** The images of an index; what only says how an image was built is none. */
  static List<Entry> entries(JsonNode index) {
    List<Entry> entries = new ArrayList<>();
    for (JsonNode each : index.path("manifests")) {
      Optional<Platform> platform = platform(each.path("platform"));
      String digest = each.path("digest").asText();
      if (entries.size() < MAX_ENTRIES && platform.isPresent() && isDigest(digest)) {
        entries.add(new Entry(platform.get(), digest));
      }
    }
    return entries;
  }

  static List<RemoteLayer> layers(JsonNode manifest) {
    List<RemoteLayer> layers = new ArrayList<>();
    for (JsonNode each : manifest.path("layers")) {
      if (layers.size() < MAX_ENTRIES) {
        layers.add(
            new RemoteLayer(each.path("digest").asText(), Math.max(0, each.path("size").asLong())));
      }
    }
    return layers;
  }

  /** What an entry of an index, or a configuration, is for. */
  static Optional<Platform> platform(JsonNode value) {
    String os = value.path("os").asText();
    String architecture = value.path("architecture").asText();
    return os.isEmpty() || architecture.isEmpty() || os.equals("unknown")
        ? Optional.empty()
        : Optional.of(new Platform(os, architecture));
  }

  /** When it was made; what has no date says 1970 or before. */
  static Optional<Instant> createdAt(JsonNode config) {
    try {
      Instant time = OffsetDateTime.parse(config.path("created").asText()).toInstant();
      return Optional.of(time).filter(it -> it.getEpochSecond() > 0);
    } catch (DateTimeException _) {
      // An image may carry any text as its date, or none.
      return Optional.empty();
    }
  }

  static Map<String, String> labels(JsonNode config) {
    Map<String, String> labels = new HashMap<>();
    config
        .path("config")
        .path("Labels")
        .properties()
        .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
    return labels;
  }
}
