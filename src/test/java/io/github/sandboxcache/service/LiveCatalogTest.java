package io.github.sandboxcache.service;

import static io.github.sandboxcache.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.catalog.CachedImage;
import io.github.sandboxcache.sample.SampleCache;
import io.github.sandboxcache.sample.SampleEngine;
import io.github.sandboxcache.service.CatalogState.Freshness;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalog follows its engine. */
class LiveCatalogTest {
  private static final String A = "mcp-sandbox-go:aaaaaaaaaaaa";
  private static final String B = "mcp-sandbox-go:bbbbbbbbbbbb";

  @TempDir Path directory;
  private final BlockingQueue<CatalogState> states = new LinkedBlockingQueue<>();
  private SampleEngine engine;
  private LiveCatalog catalog;

  @BeforeEach
  void startCatalog() {
    engine = engine();
    catalog = catalog(engine);
    catalog.start();
    await(state -> state.freshness() == Freshness.CURRENT);
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
  void anImageMadeBySomebodyElseAppears() {
    engine.add(image("2", B));
    assertThat(references(await(state -> state.catalog().cached().size() == 2)))
        .containsExactlyInAnyOrder(A, B);
  }

  @Test
  void anImageRemovedBySomebodyElseGoes() {
    engine.removeReference(A);
    assertThat(references(await(state -> state.catalog().cached().isEmpty()))).isEmpty();
  }

  @Test
  void manyEventsInARowMakeFewUpdates() {
    states.clear();
    for (int i = 0; i < 500; i++) {
      engine.add(image("n" + i, "mcp-sandbox-go:%012x".formatted(i)));
    }
    await(state -> state.catalog().cached().size() == 501);
    assertThat(states).hasSizeLessThan(100);
  }

  @Test
  void theNextStartShowsTheLastKnownListAtOnceAndMarksIt() {
    catalog.close();
    states.clear();
    catalog = catalog(engine);
    catalog.start();
    CatalogState first = await(_ -> true);
    assertThat(first.freshness()).isEqualTo(Freshness.REMEMBERED);
    assertThat(references(first)).containsExactly(A);
  }

  private LiveCatalog catalog(SampleEngine engine) {
    LiveCatalog live =
        new LiveCatalog(
            engine,
            new JsonSnapshotStore(directory, "sample:"),
            Clock.systemUTC(),
            new LiveTimings(
                Duration.ofMillis(20),
                Duration.ofMillis(20),
                Duration.ofHours(1),
                Duration.ofMillis(20)),
            EngineObserver.NONE);
    live.onChange(states::add);
    return live;
  }

  private static SampleEngine engine() {
    return new SampleEngine(
        new SampleCache(List.of(image("1", A)), List.of()), Clock.systemUTC(), Duration.ZERO);
  }

  private static List<String> references(CatalogState state) {
    return state.catalog().cached().stream().map(CachedImage::engineReference).toList();
  }

  /** The next state of that kind; a minute without one is a failure. */
  private CatalogState await(Predicate<CatalogState> wanted) {
    try {
      for (CatalogState state = next(); ; state = next()) {
        if (wanted.test(state)) {
          return state;
        }
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private CatalogState next() throws InterruptedException {
    CatalogState state = states.poll(1, TimeUnit.MINUTES);
    assertThat(state).as("a state of the catalog").isNotNull();
    return state;
  }
}
