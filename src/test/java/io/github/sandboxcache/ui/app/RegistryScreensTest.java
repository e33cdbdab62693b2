package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.domain.registry.Presence;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RegistryException;
import io.github.sandboxcache.domain.registry.RegistrySettings;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.testing.InLocale;
import io.github.sandboxcache.testing.RegistryInMemory;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import io.github.sandboxcache.ui.base.CacheFilter;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A team's registry in the window: named and tested in the settings, asked when that is wished. */
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

  /** This engine knows no registry, which every image is told of in its own words. */
  @Test
  void pushAndPullAreTasksThatTellOfEveryImage() {
    try (CommandWindow window = CommandWindow.open(named().with(registry))) {
      CacheReference any = first(window);
      Toolkit.run(() -> window.commands().push(List.of(any)));
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
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.with(real()).with(registry))) {
      Toolkit.run(() -> window.commands().pullAll());
      window.await(".toast");
      assertThat(window.words(".toast"))
          .contains("No team registry is named in the settings yet", "Settings\u2026");
    }
  }

  @Test
  void theSettingsOpenWhereTheRegistryIsNamed() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.with(real()).with(registry))) {
      window.resize(960, 620);
      CacheReference any = first(window);
      Toolkit.run(() -> window.commands().push(List.of(any)));
      window.await(".toast");
      Toolkit.run(() -> ((Button) window.find(".toast #action")).fire());
      window.await(".settings-dialog");
      Toolkit.frames(4);

      assertThat(Toolkit.call(() -> window.find("#REGISTRY .text-field").isFocused())).isTrue();
      Bounds body = Toolkit.call(() -> inScene(window.find(".settings-dialog .scroll-pane")));
      for (String part :
          List.of("#registryTitle", "#REGISTRY", "#registryFirst", "#registryTest")) {
        assertThat(body.contains(Toolkit.call(() -> inScene(window.find(part))))).as(part).isTrue();
      }
      window.photograph("settings-registry-small");
    }
  }

  @Test
  void madeUpImagesAreNeitherPushedNorPulled() {
    try (CommandWindow window = CommandWindow.open(named(Setup.USUAL).with(registry))) {
      CacheReference any = first(window);
      Toolkit.run(() -> window.commands().push(List.of(any)));
      window.await(".toast");
      assertThat(window.words(".toast"))
          .contains("These images are made up: none is pushed, and none is pulled");
      assertThat(Toolkit.call(() -> window.window().tasks().running().isEmpty())).isTrue();
    }
  }

  @Test
  void nothingIsKnownOfTheRegistryUntilItIsAsked() {
    List<String> packages = List.of("httpx==0.27.2", "pydantic==2.9.2");
    CacheReference here =
        CacheReference.of(Language.PYTHON, CacheKey.of(Language.PYTHON, packages));
    RegistryInMemory team =
        new RegistryInMemory(List.of(here, reference(Language.PYTHON, "not-here")));
    try (CommandWindow window = CommandWindow.open(named().with(team))) {
      Toolkit.run(() -> window.window().filter().choose(new CacheFilter.InRegistry()));
      window.await(".no-match");
      assertThat(window.words(".no-match"))
          .contains("Nobody has asked the registry yet, so it is not known which images it has");

      window.shortcut(KeyCode.K);
      window.type("Ask the registry");
      window.press(KeyCode.ENTER);
      Toolkit.until(
          () ->
              window
                  .words(".toast")
                  .contains(
                      "registry.example.com/team/mcp-cache has 2 cached images, of which 1 is"
                          + " here"));
      Toolkit.until(() -> window.words(".images").contains(here.tag()));
      window.photograph("registry-rows-filtered");
      Toolkit.run(() -> window.window().filter().clear());
      Toolkit.frames(6);
      window.photograph("registry-rows");

      team.fail(RegistryException.Kind.UNREACHABLE, "no answer");
      Toolkit.run(() -> window.commands().askRegistry());
      Toolkit.until(
          () -> window.words(".toast").stream().anyMatch(words -> words.contains("no answer")));
      assertThat(
              Toolkit.call(() -> window.window().cache().view().team().presence(here))
                  instanceof Presence.There)
          .as("what was seen is not forgotten by a failure")
          .isTrue();
    }
  }

  private static CacheReference first(CommandWindow window) {
    Toolkit.until(() -> !window.window().cache().view().state().catalog().cached().isEmpty());
    return Toolkit.call(
        () -> window.window().cache().view().state().catalog().cached().getFirst().reference());
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  /** The made-up engine, which says that it is none. */
  private static EngineConnector real() {
    return RealSample.connector();
  }

  private static Setup named() {
    return named(Setup.USUAL.with(real()));
  }

  private static Setup named(Setup setup) {
    return setup.withSettings(
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
