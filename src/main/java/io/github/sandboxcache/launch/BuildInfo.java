package io.github.sandboxcache.launch;

import io.github.sandboxcache.text.TextLanguage;
import io.github.sandboxcache.text.Versions;
import java.util.ResourceBundle;

/** What the build wrote down about itself. */
final class BuildInfo {
  private BuildInfo() {}

  static Versions versions() {
    ResourceBundle build = TextLanguage.ENGLISH.bundle("io.github.sandboxcache.launch.build");
    return new Versions(build.getString("version"), build.getString("javafx"));
  }
}
