package io.github.sandboxcache.service;

import static io.github.sandboxcache.domain.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.files.JsonSnapshotStore;
import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.layers.LayerStore;
import io.github.sandboxcache.service.CatalogState.Freshness;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalog follows its engine. */
class LiveCatalogTest {
  private static final String A = "mcp-sandbox-go:aaaaaaaaaaaa";
  private static final String B = "mcp-sandbox-go:bbbbbbbbbbbb";

  @TempDir Path directory;
  private final CatalogStates states = CatalogStates.ofImages();
  private SampleEngine engine;
  private LiveCatalog catalog;

  @BeforeEach
  void startCatalog() throws InterruptedException {
    engine = engine();
    catalog = catalog(engine);
    catalog.start();
    states.await(state -> state.freshness() == Freshness.CURRENT);
  }

  @AfterEach
  void closeCatalog() {
    catalog.close();
  }

  @Test
  void aFullListMakesItCurrent() {
    assertThat(references(catalog.state())).containsExactly(A);
    assertThat(catalog.state().listed()).isPresent();
  }

  @Test
  void anImageMadeBySomebodyElseAppears() throws InterruptedException {
    engine.add(image("2", B));
    assertThat(references(states.await(state -> state.catalog().cached().size() == 2)))
        .containsExactlyInAnyOrder(A, B);
  }

  @Test
  void anImageRemovedBySomebodyElseGoes() throws InterruptedException {
    engine.removeReference(A);
    assertThat(references(states.await(state -> state.catalog().cached().isEmpty()))).isEmpty();
  }

  @Test
  void theNextStartShowsTheLastKnownListAtOnceAndMarksIt() throws InterruptedException {
    catalog.close();
    CatalogStates later = CatalogStates.ofImages();
    catalog = catalog(engine);
    catalog.onChange(later);
    catalog.start();
    CatalogState first = later.next();
    assertThat(first.freshness()).isEqualTo(Freshness.REMEMBERED);
    assertThat(references(first)).containsExactly(A);
  }

  private LiveCatalog catalog(SampleEngine engine) {
    LiveCatalog live =
        new LiveCatalog(
            engine,
            new JsonSnapshotStore(directory, "sample:"),
            LayerStore.NONE,
            Clock.systemUTC(),
            new LiveTimings(
                Duration.ofMillis(20),
                Duration.ofMillis(20),
                Duration.ofHours(1),
                Duration.ofMillis(20)),
            EngineObserver.NONE);
    live.onChange(states);
    return live;
  }

  private static SampleEngine engine() {
    return new SampleEngine(
        new SampleCache(List.of(image("1", A)), List.of()), Clock.systemUTC(), Duration.ZERO);
  }

  private static List<String> references(CatalogState state) {
    return state.catalog().cached().stream().map(CachedImage::engineReference).toList();
  }
}
