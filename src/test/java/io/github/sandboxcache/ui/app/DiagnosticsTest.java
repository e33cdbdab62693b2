package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.domain.install.InstallSettings;
import io.github.sandboxcache.domain.settings.RemovalSettings;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.WindowSettings;
import io.github.sandboxcache.testing.InLocale;
import io.github.sandboxcache.ui.app.TestWindow.Setup;
import io.github.sandboxcache.ui.base.CacheView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Guards that diagnostics help, and that they can be shown to anybody. */
class DiagnosticsTest {
  private static final EngineDescription ENGINE =
      new EngineDescription(
          "Docker",
          "28.5.2",
          "1.51",
          "tcp://secret-host:2375",
          "my-context",
          ReferenceNaming.DOCKER,
          false);
  private static final Settings SETTINGS =
      new Settings(
          new WindowSettings(Settings.Theme.DARK, Settings.WindowLanguage.GERMAN),
          RemovalSettings.DEFAULT,
          Optional.of("tcp://secret-host:2375"),
          new InstallSettings(
              InstallSettings.DEFAULT.baseImages(),
              Optional.of("secret-network"),
              Optional.of(Path.of("/home/secret/ca.pem")),
              InstallSettings.DEFAULT.limits(),
              InstallSettings.DEFAULT.timeLimit()),
          Settings.DEFAULT.usage(),
          Settings.DEFAULT.archives(),
          Settings.DEFAULT.registry());

  @Test
  void theyHaveVersionsCountsAndSettings() {
    assertThat(diagnostics())
        .contains(
            "Sandbox Cache: 1.2.3\n",
            "JavaFX 26",
            "Engine: Docker 28.5.2, API 1.51, by tcp\n",
            "Images: 42\n",
            "  python: 14\n",
            "Keep newest: 3\n",
            "Network: set\n",
            "CA bundle: set\n");
  }

  @Test
  void theyNameNoPackageImageContainerHostPathOrUser() {
    SampleCache cache = SampleCache.believable(TestWindow.NOW);
    List<String> names = new ArrayList<>();
    cache.images().forEach(image -> names.addAll(image.references()));
    cache.images().forEach(image -> names.add(image.id()));
    cache.containers().forEach(container -> names.add(container.name()));
    Catalog.of(new EngineSnapshot(cache.images(), List.of(), ReferenceNaming.DOCKER))
        .cached()
        .forEach(
            image -> {
              names.add(image.reference().tag());
              image.packages().ifPresent(names::addAll);
            });

    assertThat(names).hasSizeGreaterThan(200).contains("sandbox-9d41c7");
    assertThat(diagnostics())
        .doesNotContain(names)
        .doesNotContain("secret", "my-context", "/home", System.getProperty("user.home"));
  }

  /** Whoever reads the report need not speak the user's language. */
  @Test
  void theyAreEnglishEverywhere() {
    String english = diagnostics();
    try (var _ = InLocale.of(Locale.GERMANY)) {
      assertThat(diagnostics().replaceAll("Locale: .*\n", ""))
          .isEqualTo(english.replaceAll("Locale: .*\n", ""));
    }
  }

  private static String diagnostics() {
    try (TestWindow window = TestWindow.open(Setup.light(960, 620))) {
      CacheView view = Toolkit.call(() -> window.window().cache().view());
      return new Diagnostics(TestFacts.onLinux(), Optional.of(ENGINE), view, SETTINGS).text();
    }
  }
}
