package io.github.sandboxcache.domain.settings;

import io.github.sandboxcache.domain.settings.Settings.Theme;
import io.github.sandboxcache.domain.settings.Settings.WindowLanguage;

/**
 * What is set about the window itself.
 *
 * @param theme which colours it uses
 * @param language which language it speaks, from its next start
 */
public record WindowSettings(Theme theme, WindowLanguage language) {
  public static final WindowSettings DEFAULT =
      new WindowSettings(Theme.SYSTEM, WindowLanguage.SYSTEM);

  /** The same with that theme. */
  WindowSettings with(Theme other) {
    return new WindowSettings(other, language);
  }
}
