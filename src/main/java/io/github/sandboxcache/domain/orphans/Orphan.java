package io.github.sandboxcache.domain.orphans;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.Users;
import io.github.sandboxcache.domain.engine.EngineImage;
import java.util.Optional;

/**
 * An image that a failed save of the sandbox left without a name: no sandbox can find it.
 *
 * @param image the image
 * @param language which language it was made for, as far as labels or the images that it was made
 *     from tell
 * @param users the containers made from it
 */
public record Orphan(EngineImage image, Optional<Language> language, Users users) {
  private static final int SHORT_ID_DIGITS = 12;

  /** The engine's id of the image, {@code sha256:…}. */
  public String id() {
    return image.id();
  }

  /** The first {@value #SHORT_ID_DIGITS} digits of the id, as engines show it to people. */
  public String shortId() {
    return shortId(id());
  }

  /** The same of any id. */
  public static String shortId(String id) {
    String digits = digits(id);
    return digits.substring(0, Math.min(SHORT_ID_DIGITS, digits.length()));
  }

  /** Whether somebody means this image who gives the beginning of its id. */
  public boolean isMeantBy(String idStart) {
    return !digits(idStart).isEmpty() && digits(id()).startsWith(digits(idStart));
  }

  private static String digits(String id) {
    return id.substring(id.indexOf(':') + 1);
  }
}
