package io.github.sandboxcache.build.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A docker context that leads to the training engine. Most users name no engine, so the search for
 * one belongs into the caches.
 */
final class TrainingContext {
  private static final String NAME = "training";

  private TrainingContext() {}

  /** Writes it into that folder, which is for {@code DOCKER_CONFIG} then. */
  static void write(Path folder, String engineUri) throws IOException {
    Path meta = folder.resolve("contexts").resolve("meta").resolve(sha256(NAME));
    Files.createDirectories(meta);
    Files.writeString(
        folder.resolve("config.json"), "{\"currentContext\": \"%s\"}".formatted(NAME));
    Files.writeString(
        meta.resolve("meta.json"),
        """
        {"Name": "%s", "Metadata": {},
         "Endpoints": {"docker": {"Host": "%s", "SkipTLSVerify": false}}}
        """
            .formatted(NAME, engineUri));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
