package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.install.InstallProblem;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.install.InstallResult.Remains;
import io.github.sandboxcache.domain.install.Installer;
import io.github.sandboxcache.domain.orphans.LeftImages;
import io.github.sandboxcache.domain.orphans.Orphans;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.testing.InLocale;
import io.github.sandboxcache.testing.NoonClock;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What failed saves left is said, shown and removed in the window, by keyboard alone. */
class OrphanScreensTest {
  private static SampleCache cache() {
    SampleCache believable = SampleCache.believable(NoonClock.started().instant());
    List<EngineImage> images = new ArrayList<>(believable.images());
    images.add(LeftImages.left("sha256:" + "4f1c9a02be77".repeat(5), Language.PYTHON, "numpy"));
    images.add(LeftImages.left("sha256:" + "07da6e2f9913".repeat(5), Language.TYPESCRIPT, "tsx"));
    return new SampleCache(images, believable.containers());
  }

  private static int left(CommandWindow window) {
    return Orphans.of(
            window
                .window()
                .engine()
                .sessionProperty()
                .get()
                .orElseThrow()
                .service()
                .list()
                .snapshot())
        .size();
  }

  private static void show(CommandWindow window) {
    window.await(".orphan-banner");
    Toolkit.run(() -> window.find(".orphan-banner .link").requestFocus());
    window.press(KeyCode.SPACE);
    window.await(".orphans-card");
    Toolkit.until(() -> !window.has(".orphans-progress"));
  }

  @Test
  void whatIsShownIsRemovedAfterTheCountdown() {
    Setup setup =
        Setup.USUAL
            .countingDown(Duration.ZERO)
            .withFacts(failures(2, new CacheReference(Language.GO, "0123456789ab")));
    try (CommandWindow window = CommandWindow.open(cache(), setup)) {
      int before = window.cachedImages();
      window.awaitWords(
          ".orphan-banner", "2 untagged images left by failed saves of the sandbox: 300 B.");
      assertThat(window.words(".orphan-banner"))
          .contains("Its saves end with \u201cinvalid tag format\u201d.");
      show(window);
      window.photograph("orphans");
      window.assertStandsInside(".orphans-card");
      assertThat(window.words(".orphans-card")).contains("Untagged", "Remove 2", "Name 0");

      window.tabTo(".orphans-card .quiet-danger");
      window.press(KeyCode.SPACE);

      Toolkit.until(() -> left(window) == 0);
      window.awaitWords(".orphan-banner", "Install\u2026");
      assertThat(window.cachedImages()).isEqualTo(before);
    }
  }

  private static List<UsageFact> failures(int count, CacheReference image) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                UsageFact.of(
                        NoonClock.started().instant().minus(Duration.ofHours(i + 1)),
                        FactKind.UNSAVED,
                        image,
                        FactSource.log("/var/log/mcp.log"),
                        FactIdentity.random())
                    .withReason(
                        "Failed to commit container: (HTTP code 500) server error - invalid tag"
                            + " format "))
        .toList();
  }

  @Test
  void thatTheSandboxCannotSaveIsSaidWithWhatHelps() {
    CacheReference image = new CacheReference(Language.PYTHON, "0123456789ab");
    Setup setup = Setup.USUAL.withFacts(failures(12, image));
    try (CommandWindow window = CommandWindow.open(setup)) {
      window.await(".orphan-banner");
      assertThat(window.words(".orphan-banner"))
          .contains(
              "12 installs in 7 days were not saved: the engine refused the tag.",
              "The sandbox\u2019s commit is at fault; installs made here are found by its next"
                  + " lookup.",
              "Install\u2026")
          .doesNotContain("Show");
      window.photograph("orphans-cannot-save");

      Toolkit.run(() -> window.find(".orphan-banner #install").requestFocus());
      window.press(KeyCode.SPACE);
      window.await(".install-dialog");
    }
  }

  @Test
  void whatWasMissedAndNotSavedIsInstalledFromThere() {
    List<String> packages = List.of("polars", "duckdb");
    CacheReference image =
        CacheReference.of(Language.PYTHON, CacheKey.of(Language.PYTHON, packages));
    List<UsageFact> facts = new ArrayList<>(failures(12, image));
    facts.add(
        UsageFact.of(
                NoonClock.started().instant().minus(Duration.ofHours(2)),
                FactKind.MISS,
                image,
                FactSource.log("/var/log/mcp.log"),
                FactIdentity.random())
            .withPackages(packages));
    List<InstallRequest> installs = new CopyOnWriteArrayList<>();
    Installer installer =
        (request, _, _) -> {
          installs.add(request);
          return InstallResult.failed(
              Duration.ZERO, List.of(new InstallProblem.EngineFailed("x")), new Remains.Unknown());
        };
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.with(installer).withFacts(facts))) {
      window.awaitWords(".orphan-banner", "Install the missed set");
      window.photograph("saves-failed");
      Toolkit.run(() -> window.find(".orphan-banner #install").requestFocus());
      window.press(KeyCode.SPACE);
      Toolkit.until(() -> !installs.isEmpty());
      assertThat(installs).extracting(InstallRequest::packages).containsExactly(packages);
    }
  }

  @Test
  void aSaveThatFailedStandsInTheHistoryOfItsImageWithItsReason() {
    SampleCache cache = SampleCache.believable(NoonClock.started().instant());
    CacheReference image =
        Catalog.of(new EngineSnapshot(cache.images(), cache.containers(), ReferenceNaming.DOCKER))
            .cached()
            .getFirst()
            .reference();
    Setup setup = Setup.USUAL.withFacts(failures(1, image));
    try (CommandWindow window = CommandWindow.open(cache, setup)) {
      Toolkit.run(
          () -> {
            window.window().layout().detailsOpenProperty().set(true);
            window.window().layout().usageFoldedProperty().set(true);
            window.window().images().reveal(image);
          });
      window.await(".details .tab-pane");
      Toolkit.run(
          () -> ((TabPane) window.find(".details .tab-pane")).getSelectionModel().select(2));
      window.awaitWords(".details", "Save failed");
      window.awaitWords(".details", "invalid tag format");
      window.photograph("orphans-history");
      assertThat(spoken(window))
          .anySatisfy(
              line -> assertThat(line).startsWith("Save failed").endsWith("invalid tag format"));
    }
  }

  private static List<String> spoken(CommandWindow window) {
    return Toolkit.call(
        () ->
            window.find(".details").lookupAll(".list-cell").stream()
                .map(Node::getAccessibleText)
                .filter(Objects::nonNull)
                .toList());
  }

  @Test
  void aGermanReadsItInGerman() {
    try (InLocale _ = InLocale.of(Locale.GERMANY);
        CommandWindow window = CommandWindow.open(cache(), Setup.USUAL)) {
      show(window);
      window.photograph("orphans-german");
      assertThat(window.words(".orphans-card")).contains("Ohne Namen", "2 entfernen");
    }
  }
}
