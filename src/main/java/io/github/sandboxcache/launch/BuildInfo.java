package io.github.sandboxcache.launch;

import io.github.sandboxcache.text.Versions;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the build wrote down about itself. */
final class BuildInfo {
  private BuildInfo() {}

  static Versions versions() {
    ResourceBundle build =
        ResourceBundle.getBundle("io.github.sandboxcache.launch.build", Locale.ROOT);
    return new Versions(build.getString("version"), build.getString("javafx"));
  }
}
