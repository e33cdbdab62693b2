package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.testing.InLocale;
import io.github.sandboxcache.testing.NoonClock;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The page of a cache that is empty because saves fail, by keyboard alone. */
class EmptyScreensTest {
  private final Instant now = NoonClock.started().instant();

  private final List<EngineImage> images = new ArrayList<>();
  private final List<UsageFact> facts = new ArrayList<>();

  EmptyScreensTest() {
    images.add(base("python:3.11-slim", 131_000_000));
    images.add(base("node:22-alpine", 158_000_000));
    images.add(base("node:20-alpine", 135_000_000));
    images.add(base("alpine:3.20", 8_000_000));
    failed("4f1c9a02be77", 1_320, Language.PYTHON, 198, true, "numpy", "pandas");
    failed("b90e5d31c4a8", 3_600, Language.PYTHON, 171, true, "scipy");
    failed("07da6e2f9913", 10_800, Language.TYPESCRIPT, 140, false, "typescript", "vitest");
    failed("e3358b10fd4c", 18_000, Language.JAVASCRIPT, 94, true, "express");
  }

  private EngineImage base(String name, long bytes) {
    return new EngineImage(
        "sha256:" + name,
        List.of(name),
        OptionalLong.of(bytes),
        OptionalLong.empty(),
        Optional.of(now),
        Optional.empty(),
        Map.of());
  }

  /** An image that a failed save left, and what the log says of it. */
  private void failed(
      String id,
      int secondsAgo,
      Language language,
      int megabytes,
      boolean missed,
      String... packages) {
    List<String> names = List.of(packages);
    Map<String, String> labels =
        new HashMap<>(ImageLabels.of(language, names, "sample", "sha256:0", "sample"));
    labels.put("mcp-sandbox", "true");
    images.add(
        new EngineImage(
            "sha256:" + id.repeat(5) + id.substring(0, 4),
            List.of(),
            OptionalLong.of((131 + megabytes) * 1_000_000L),
            OptionalLong.of(131_000_000),
            Optional.of(now.minusSeconds(secondsAgo)),
            Optional.empty(),
            labels));
    CacheReference image = CacheReference.of(language, CacheKey.of(language, names));
    Instant time = now.minusSeconds(secondsAgo);
    FactSource log = FactSource.log("/var/log/mcp.log");
    if (missed) {
      facts.add(UsageFact.of(time, FactKind.MISS, image, log, FactIdentity.random()));
    }
    facts.add(
        UsageFact.of(time, FactKind.UNSAVED, image, log, FactIdentity.random())
            .withReason(
                "Failed to commit container: (HTTP code 500) server error - invalid tag format "));
  }

  private CommandWindow open() {
    Setup setup = Setup.USUAL.countingDown(Duration.ZERO).withFacts(facts);
    CommandWindow window = CommandWindow.open(new SampleCache(images, List.of()), setup);
    window.await(".empty-page .orphans-card");
    Toolkit.until(() -> !window.has(".orphans-progress"));
    return window;
  }

  @Test
  void itShowsWhatFailedSavesLeftAndNamesWhatIsProven() {
    try (CommandWindow window = open()) {
      window.awaitWords(".orphans-card", "Name 3");
      window.photograph("empty-orphans");
      assertThat(window.words(".empty-page"))
          .contains(
              "4 installs of the sandbox in 7 days were not saved.",
              "The sandbox can’t save its images",
              "Name 3 of them",
              "Or install ahead",
              "Untagged",
              "Remove 4",
              "python:3.11-slim");
      assertThat(window.words(".orphans-card")).contains("scipy", "proven", "a guess", "vitest");
      assertThat(window.words(".orphan-banner"))
          .contains("Its saves end with “invalid tag format”.", "Remove 4")
          .doesNotContain("Show");

      window.tabTo(".orphans-card #name");
      window.press(KeyCode.SPACE);

      Toolkit.until(() -> window.cachedImages() == 3);
      Toolkit.until(() -> !window.has(".empty-page"));
    }
  }

  @Test
  void whatItListsIsRemovedAndThePageStays() {
    try (CommandWindow window = open()) {
      Toolkit.run(() -> window.find(".orphans-card .list-view").requestFocus());
      window.tabTo(".orphans-card .quiet-danger");
      window.press(KeyCode.SPACE);

      Toolkit.until(() -> !window.has(".empty-page .orphans-card"));
      window.awaitWords(".empty-page", "Every run installs anew");
      window.awaitWords(
          ".orphan-banner",
          "The sandbox’s commit is at fault; installs made here are found by its next lookup.");
      window.photograph("empty-cannot-save");
    }
  }

  @Test
  void whatSandboxesMissedIsInstalledWithOneClick() {
    List<UsageFact> missed =
        List.of(missed(Language.PYTHON, "polars"), missed(Language.JAVASCRIPT, "fastify"));
    List<InstallRequest> asked = new CopyOnWriteArrayList<>();
    Setup setup =
        Setup.USUAL
            .with(
                (request, _, _) -> {
                  asked.add(request);
                  return InstallResult.installed(request, Duration.ZERO);
                })
            .withFacts(missed);
    try (CommandWindow window = CommandWindow.open(new SampleCache(List.of(), List.of()), setup)) {
      window.awaitWords(".empty-page", "Install the 2 most missed");
      window.photograph("empty-missed");
      window.tabTo(".empty-page #missed");
      window.press(KeyCode.SPACE);

      Toolkit.until(() -> asked.size() == 2);
      assertThat(asked)
          .extracting(InstallRequest::packages)
          .containsExactlyInAnyOrder(List.of("polars"), List.of("fastify"));
    }
  }

  private UsageFact missed(Language language, String... packages) {
    List<String> names = List.of(packages);
    return UsageFact.of(
            now.minusSeconds(600),
            FactKind.MISS,
            CacheReference.of(language, CacheKey.of(language, names)),
            FactSource.log("/var/log/mcp.log"),
            FactIdentity.random())
        .withPackages(names);
  }

  @Test
  void aGermanReadsItInGerman() {
    try (InLocale _ = InLocale.of(Locale.GERMANY);
        CommandWindow window = open()) {
      window.awaitWords(".orphans-card", "3 benennen");
      window.photograph("german-empty-orphans");
      assertThat(window.words(".empty-page"))
          .contains("3 davon benennen", "4 entfernen", "vermutet");
    }
  }
}
