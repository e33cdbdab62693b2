package io.github.sandboxcache.ui.app;

import static io.github.sandboxcache.ui.app.ChosenImages.choose;
import static io.github.sandboxcache.ui.app.ChosenImages.images;

import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.testing.InLocale;
import io.github.sandboxcache.testing.NoonClock;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Guards that what was just removed can be had back from toast and activity. */
class RestoreScreensTest {
  private final CompletableFuture<SampleEngine> engine = new CompletableFuture<>();

  private CommandWindow open(Setup setup) {
    CommandWindow window =
        CommandWindow.open(setup.countingDown(Duration.ZERO).with(this::install));
    engine.complete(window.engine());
    return window;
  }

  /** Puts an image of those packages into the window's engine. */
  private InstallResult install(
      InstallRequest request, ProgressListener listener, Cancellation cancellation) {
    engine
        .join()
        .add(
            new EngineImage(
                "sha256:" + request.key(),
                List.of(request.reference().toString()),
                OptionalLong.of(20_000_000),
                OptionalLong.empty(),
                Optional.of(NoonClock.started().instant().minus(Duration.ofDays(3))),
                Optional.empty(),
                ImageLabels.of(request.language(), request.packages(), "base", "sha256:0", "1")));
    return InstallResult.installed(request, Duration.ofSeconds(14));
  }

  private static CacheReference remove(CommandWindow window) {
    CacheReference image = choose(window);
    window.press(KeyCode.DELETE);
    Toolkit.until(() -> images(window).stream().noneMatch(i -> i.reference().equals(image)));
    return image;
  }

  private static void awaitBack(CommandWindow window, CacheReference image) {
    Toolkit.until(() -> images(window).stream().anyMatch(i -> i.reference().equals(image)));
  }

  @Test
  void theToastOfARemovalBringsTheImageBack() {
    try (CommandWindow window = open(Setup.USUAL)) {
      CacheReference image = remove(window);
      window.await(".toast #action");
      Toolkit.run(() -> ((Button) window.find(".toast #action")).fire());

      awaitBack(window, image);
    }
  }

  /** By itself, because all its pictures may take longer than the toast stays. */
  @Test
  void theToastLooksAsItShould() {
    try (CommandWindow window = open(Setup.USUAL)) {
      CacheReference _ = remove(window);
      window.await(".toast #action");
      window.photograph("restore-toast");
    }
  }

  @Test
  void theHistoryBringsItBackAndSaysWhetherItIsAsBefore() {
    try (CommandWindow window = open(Setup.USUAL)) {
      CacheReference image = remove(window);
      window.shortcut(KeyCode.J);
      window.await(".history-card .link");
      window.photograph("restore-activity");

      Toolkit.run(() -> ((Button) window.find(".history-card .link")).fire());

      awaitBack(window, image);
      Toolkit.until(
          () ->
              window.words(".toast").stream()
                  .anyMatch(words -> words.endsWith(" · Same versions")));
      window.photograph("restore-done");
    }
  }

  @Test
  void inGerman() {
    try (InLocale _ = InLocale.of(Locale.GERMANY);
        CommandWindow window = open(Setup.USUAL)) {
      CacheReference image = remove(window);
      window.shortcut(KeyCode.J);
      window.await(".history-card .link");
      Toolkit.run(() -> ((Button) window.find(".history-card .link")).fire());
      awaitBack(window, image);
      Toolkit.until(
          () ->
              window.words(".toast").stream()
                  .anyMatch(words -> words.endsWith(" · Gleiche Versionen")));
      window.photograph("restore-done-de");
    }
  }
}
