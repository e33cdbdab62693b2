package io.github.sandboxcache.domain.cache;

import java.util.regex.Pattern;

/**
 * The reference of a cached image, the only kind of reference that is ever removed.
 *
 * @param language the sandbox's language
 * @param tag the first twelve lower-case hex digits of the cache key
 */
public record CacheReference(Language language, String tag) implements SandboxReference {
  static final String TAG_PATTERN = "[0-9a-f]{" + CacheKey.TAG_DIGITS + "}";
  private static final Pattern TAG = Pattern.compile(TAG_PATTERN);

  /** Refuses a tag that no cache key gives. */
  public CacheReference {
    if (!TAG.matcher(tag).matches()) {
      throw new IllegalArgumentException("not the tag of a cached image: " + tag);
    }
  }

  /** The reference under which the sandbox caches that key. */
  public static CacheReference of(Language language, CacheKey key) {
    return new CacheReference(language, key.tag());
  }

  /** The part before the colon, {@code mcp-sandbox-<language>}. */
  public String repository() {
    return PREFIX + language.name();
  }

  @Override
  public String toString() {
    return repository() + ":" + tag;
  }
}
