package io.github.sandboxcache.adapter.os;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Which windows count as the same: the usual one, the one with sample data, and one for each engine
 * that was named at the start.
 *
 * @param name a short file name of letters, digits and hyphens
 */
public record WindowKind(String name) {
  private static final int DIGITS = 16;

  /** The kind of a window that was asked for like that. */
  public static WindowKind of(Optional<String> engineUri, boolean sample) {
    if (sample) {
      return new WindowKind("sample");
    }
    return new WindowKind(engineUri.map(uri -> "engine-" + digest(uri)).orElse("window"));
  }

  private static String digest(String uri) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(uri.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
