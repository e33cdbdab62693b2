package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RegistryException;
import io.github.sandboxcache.domain.registry.RegistrySettings;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.testing.InLocale;
import io.github.sandboxcache.testing.RegistryInMemory;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A team's registry in the window: it is named and tested in the settings. */
class RegistryScreensTest {
  private final RegistryInMemory registry =
      new RegistryInMemory(
          List.of(reference(Language.PYTHON, "pandas"), reference(Language.GO, "cobra")));

  @Test
  void aRegistryIsNamedTestedAndKept() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.with(registry))) {
      openSettings(window);
      assertThat(isDisabled(window, "#registryFirst")).isTrue();
      assertThat(isDisabled(window, "#registryTest")).isTrue();

      Toolkit.run(() -> window.find("#REGISTRY .text-field").requestFocus());
      window.type("registry.example.com/team/mcp-cache");
      window.tabTo("#registryFirst");
      window.press(KeyCode.SPACE);
      window.tabTo("#registryTest");
      window.press(KeyCode.SPACE);
      window.awaitWords("#registryAnswer", "It answers and has 2 cached images");
      window.photograph("settings-registry");

      registry.fail(RegistryException.Kind.NOT_ALLOWED, "401 Unauthorized");
      window.press(KeyCode.SPACE);
      window.awaitWords(
          "#registryAnswer",
          "registry.example.com: it wants a login, or another one (401 Unauthorized); log in with"
              + " \u201cdocker login\u201d");
      window.photograph("settings-registry-refused");

      Toolkit.run(() -> window.find("#REGISTRY .text-field").requestFocus());
      window.press(KeyCode.ENTER);
      Toolkit.until(() -> !window.has(".settings-dialog"));
      assertThat(window.settings().current().registry())
          .isEqualTo(
              new RegistrySettings(
                  RegistryAddress.parse("registry.example.com/team/mcp-cache"), true));
    }
  }

  @Test
  void whatIsNoRegistryIsToldBeneathTheField() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.with(registry))) {
      openSettings(window);
      Toolkit.run(() -> ((TextField) window.find("#REGISTRY .text-field")).setText("team/cache"));
      Toolkit.frames(4);
      assertThat(window.words("#REGISTRY")).anyMatch(words -> words.startsWith("Enter HOST/"));
      assertThat(isDisabled(window, "#registryTest")).isTrue();
      assertThat(isDisabled(window, "#save")).isTrue();
    }
  }

  @Test
  void germansReadItInGerman() {
    try (InLocale _ = InLocale.of(Locale.GERMANY);
        CommandWindow window = CommandWindow.open(Setup.USUAL.with(registry))) {
      openSettings(window);
      Toolkit.run(() -> ((TextField) window.find("#REGISTRY .text-field")).setText("a.example"));
      window.tabTo("#registryTest");
      window.press(KeyCode.SPACE);
      window.awaitWords("#registryAnswer", "Sie antwortet und hat 2 Images des Caches");
      window.photograph("german-settings-registry");
    }
  }

  /** The sample engine knows no registry, which every image is told of in its own words. */
  @Test
  void pushAndPullAreTasksThatTellOfEveryImage() {
    try (CommandWindow window = CommandWindow.open(named().with(registry))) {
      CacheReference first =
          window.window().cache().view().state().catalog().cached().getFirst().reference();
      Toolkit.run(() -> window.commands().push(List.of(first)));
      Toolkit.until(() -> window.window().tasks().running().isEmpty());
      window.shortcut(KeyCode.J);
      window.await(".task-card");
      assertThat(window.words(".task-card"))
          .contains(
              "The image could not be pushed", "The engine said: this engine knows no registry");

      window.shortcut(KeyCode.K);
      window.type("Get what the registry");
      window.photograph("registry-palette");
      window.press(KeyCode.ENTER);
      Toolkit.until(() -> window.words(".task-card").contains("2 of 2 images could not be pulled"));
      window.photograph("registry-activity");
      assertThat(window.words(".task-card")).contains("2 reasons");
    }
  }

  @Test
  void withoutARegistryTheCommandsLeadToTheSettings() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.with(registry))) {
      Toolkit.run(() -> window.commands().pullAll());
      window.await(".toast");
      assertThat(window.words(".toast"))
          .contains("No team registry is named in the settings yet", "Settings\u2026");
    }
  }

  private static Setup named() {
    return Setup.USUAL.withSettings(
        Settings.DEFAULT
            .withTheme(Settings.Theme.LIGHT)
            .withRegistry(
                new RegistrySettings(
                    RegistryAddress.parse("registry.example.com/team/mcp-cache"), false)));
  }

  private static CacheReference reference(Language language, String name) {
    return CacheReference.of(language, CacheKey.of(language, List.of(name)));
  }

  private static void openSettings(CommandWindow window) {
    window.shortcut(KeyCode.COMMA);
    window.await(".settings-dialog");
    Toolkit.frames(4);
    Toolkit.run(() -> scrollTo(window, "#usage"));
    Toolkit.frames(4);
  }

  private static void scrollTo(CommandWindow window, String selector) {
    ScrollPane scroll = (ScrollPane) window.find(".settings-dialog .scroll-pane");
    Node content = scroll.getContent();
    Node target = window.find(selector);
    double whole = content.getLayoutBounds().getHeight();
    double room = scroll.getViewportBounds().getHeight();
    double y = content.sceneToLocal(target.localToScene(target.getLayoutBounds())).getMinY();
    scroll.setVvalue((y - room * 0.8) / (whole - room));
  }

  private static boolean isDisabled(CommandWindow window, String selector) {
    return Toolkit.call(() -> window.find(selector).isDisabled());
  }
}
