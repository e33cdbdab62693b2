package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.settings.AppDirectories;
import io.github.sandboxcache.text.Versions;
import java.nio.file.Path;
import java.util.Map;

/** What the app says about itself in tests: the same on every machine. */
public final class TestFacts {
  private TestFacts() {}

  /** An app on Linux whose user is called dev. */
  public static AppServices.Facts onLinux() {
    return new AppServices.Facts(
        new Versions("1.2.3", "26"),
        AppDirectories.of("Linux", Path.of("/home/dev"), Map.of()),
        "sandbox-cache");
  }
}
