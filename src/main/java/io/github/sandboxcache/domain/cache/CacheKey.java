package io.github.sandboxcache.domain.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The key under which the sandbox caches a set of packages: the SHA-256 of language and sorted
 * packages. Byte for byte the sandbox's own rule, or images of one would be misses of the other.
 *
 * @param hex 64 lower-case hex digits
 */
public record CacheKey(String hex) {
  /** How many leading digits of the key make the image's tag. */
  public static final int TAG_DIGITS = 12;

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  /** Refuses anything but 64 lower-case hex digits. */
  public CacheKey {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("not a cache key: " + hex);
    }
  }

  /**
   * Computes the key of a language and its packages; their order does not matter, duplicates do.
   *
   * @param language any text; the sandbox puts no limit on it here
   * @param packages the packages exactly as requested, versions included
   */
  public static CacheKey of(String language, List<String> packages) {
    String hashed = language + ":" + CanonicalJson.sortedArray(packages);
    byte[] bytes = wellFormed(hashed).getBytes(StandardCharsets.UTF_8);
    return new CacheKey(HexFormat.of().formatHex(sha256().digest(bytes)));
  }

  /** The key of a language and its packages. */
  public static CacheKey of(Language language, List<String> packages) {
    return of(language.name(), packages);
  }

  /** The first twelve digits: the tag of the cached image. */
  public String tag() {
    return hex.substring(0, TAG_DIGITS);
  }

  /**
   * The image name for a language given as any text, well-formed or not.
   *
   * @return {@code mcp-sandbox-<language>:<tag>}
   */
  public String imageName(String language) {
    return SandboxReference.PREFIX + language + ":" + tag();
  }

  /**
   * Each lone surrogate becomes U+FFFD, as ECMAScript's UTF-8 encoding does; Java would write ?.
   */
  private static String wellFormed(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
