package io.github.sandboxcache.launch;

import java.util.Locale;
import java.util.ResourceBundle;

/** What the build wrote down about itself. */
final class BuildInfo {
  private BuildInfo() {}

  /** The app's version, for example {@code 0.1.0}. */
  static String version() {
    return ResourceBundle.getBundle("io.github.sandboxcache.launch.build", Locale.ROOT)
        .getString("version");
  }
}
