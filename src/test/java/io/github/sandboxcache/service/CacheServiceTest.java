package io.github.sandboxcache.service;

import static io.github.sandboxcache.domain.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.Containers;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.pins.PinsInMemory;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.testing.TestLocks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A listing shows the cache as it is once what killed installs left behind is gone. */
class CacheServiceTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  /** Of an install that began two days ago on some other machine. */
  private static final Map<String, String> LEFTOVER_LABELS =
      Map.of(
          "io.github.sandboxcache.install.token", "0badcafe",
          "io.github.sandboxcache.install.host", "another-host",
          "io.github.sandboxcache.install.pid", "1",
          "io.github.sandboxcache.install.process-start", "2026-02-27T12:00:00Z",
          "io.github.sandboxcache.install.created", "2026-02-27T12:00:00Z");

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

  /** Of an install that was killed two days ago before the image had its name. */
  private static EngineImage leftoverImage() {
    Map<String, String> labels = new HashMap<>();
    LEFTOVER_LABELS.keySet().forEach(name -> labels.put(name, ""));
    labels.put("io.github.sandboxcache.install.token", "0badcafe");
    labels.putAll(ImageLabels.of(Language.GO, List.of("a.b/c"), "golang:1", "sha256:0", "1"));
    return new EngineImage(
        "sha256:1",
        List.of(),
        OptionalLong.of(1),
        OptionalLong.empty(),
        Optional.of(NOW.minus(Duration.ofDays(2))),
        Optional.of("sha256:0"),
        labels);
  }

  private static EngineContainer container(String id, String name, Map<String, String> labels) {
    return new EngineContainer(id, name, "sha256:0", "x", false, labels);
  }

  @Test
  void imagesAreListedWhileTheContainersAreNotKnown() {
    ScriptedEngine engine = new ScriptedEngine(image("sha256:1", "mcp-sandbox-go:aaaaaaaaaaaa"));
    engine.fail("containers", 1);

    Catalog catalog = service(engine).list();

    assertThat(catalog.cached()).hasSize(1);
    assertThat(catalog.snapshot().containers())
        .isInstanceOfSatisfying(
            Containers.Unknown.class,
            unknown -> assertThat(unknown.reason()).contains("no answer from unix:///scripted"));
  }

  @Test
  void whatOneContainerDoesNotTellIsSaid() {
    ScriptedEngine engine = new ScriptedEngine(image("sha256:1", "mcp-sandbox-go:aaaaaaaaaaaa"));
    engine.broken(
        new EngineContainer(
            "dead", "dead", "sha256:1", "mcp-sandbox-go:aaaaaaaaaaaa", false, Map.of()));
    CacheService service = service(engine);

    assertThat(service.catchUp(service.list()))
        .hasValueSatisfying(why -> assertThat(why).hasMessage("layer does not exist"));
  }

  private CacheService service(ContainerEngine engine) {
    return new CacheService(
        engine,
        (_, _, _) -> {
          throw new AssertionError("nothing is installed here");
        },
        Ledgers.empty(),
        new PinsInMemory(),
        TestLocks.create(),
        clock);
  }

  @Test
  void leftoverImagesAreRemovedAndNotListed() {
    SampleEngine engine =
        new SampleEngine(
            new SampleCache(List.of(leftoverImage()), List.of()), clock, Duration.ZERO);

    assertThat(service(engine).list().snapshot().images()).isEmpty();
    assertThat(engine.images()).isEmpty();
  }

  @Test
  void whileContainersAreNotKnownNoImageIsALeftover() {
    EngineImage image = leftoverImage();
    ScriptedEngine engine = new ScriptedEngine(image);
    engine.fail("containers", 1);

    assertThat(service(engine).list().snapshot().images()).containsExactly(image);
  }

  @Test
  void leftoversAreRemovedAndNotListed() {
    EngineContainer users = container("u", "web-1", Map.of());
    EngineContainer leftover =
        container("l", "sandbox-cache-install-0123456789ab-0badcafe", LEFTOVER_LABELS);
    SampleEngine engine =
        new SampleEngine(
            new SampleCache(List.of(), List.of(users, leftover)), clock, Duration.ZERO);
    CacheService service = service(engine);

    assertThat(service.list().snapshot().containers().listed()).containsExactly(users);
    assertThat(engine.containers()).containsExactly(users);
  }
}
