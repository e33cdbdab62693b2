package io.github.sandboxcache.service;

import static io.github.sandboxcache.domain.catalog.Images.image;
import static io.github.sandboxcache.service.CatalogScript.A;
import static io.github.sandboxcache.service.CatalogScript.B;
import static io.github.sandboxcache.service.CatalogScript.NEVER;
import static io.github.sandboxcache.service.CatalogScript.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.layers.Accuracy;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.layers.ImageLayers;
import io.github.sandboxcache.domain.layers.LayerState;
import io.github.sandboxcache.domain.layers.LayerStore;
import io.github.sandboxcache.service.CatalogState.Freshness;
import io.github.sandboxcache.service.ScriptedEngine.Gate;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** At no moment is a figure shown that is wrong for the images shown with it. */
class LiveLayersTest {
  private static final EngineImage ONE = image("30", A);
  private static final EngineImage OTHER = image("7", B);

  private final ScriptedEngine engine = new ScriptedEngine(ONE);
  private final CatalogStates states = CatalogStates.all();
  private final Kept kept = new Kept();
  private final LiveCatalog catalog = catalog();

  private LiveCatalog catalog() {
    LiveCatalog live =
        new LiveCatalog(
            engine,
            new CatalogScript.Memory(),
            kept,
            Clock.systemUTC(),
            new LiveTimings(SOON, SOON, NEVER, Duration.ZERO),
            EngineObserver.NONE);
    live.onChange(states);
    return live;
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  @Test
  void theListIsThereBeforeItsFigures() throws InterruptedException {
    Gate gate = engine.hold("layers");
    catalog.start();

    CatalogState listed = states.await(state -> state.freshness() == Freshness.CURRENT);
    assertThat(listed.catalog().layers()).isEqualTo(new LayerState.Measuring(0, 1));
    assertThat(own(listed, ONE)).isEmpty();
    gate.open();
    assertThat(own(states.await(LiveLayersTest::isMeasured), ONE)).hasValue(130L);
  }

  @Test
  void aNewImageAndItsShareAppearTogether() throws InterruptedException {
    catalog.start();
    states.await(LiveLayersTest::isMeasured);
    engine.put(OTHER);
    engine.tellImage("7");

    CatalogState changed = states.await(state -> state.catalog().cached().size() == 2);
    assertThat(own(changed, OTHER)).hasValue(7L);
    assertThat(own(changed, ONE)).as("shares 100 bytes now").hasValue(30L);
    assertThat(changed.catalog().freedBy(changed.catalog().cached()).map(ByteCount::bytes))
        .hasValue(137L);
    assertThat(engine.count("layers")).isEqualTo(2);
  }

  @Test
  void whenAnImageIsRemovedTheOtherOwnsWhatTheyShared() throws InterruptedException {
    engine.put(OTHER);
    catalog.start();
    assertThat(own(states.await(LiveLayersTest::isMeasured), ONE)).hasValue(30L);
    engine.drop("7");
    engine.tellImage("7");

    CatalogState changed = states.await(state -> state.catalog().cached().size() == 1);
    assertThat(own(changed, ONE)).hasValue(130L);
  }

  @Test
  void aTagThatIsNotTheLastFreesNothing() throws InterruptedException {
    engine.put(image("30", A, "other:1"));
    catalog.start();

    Catalog measured = states.await(LiveLayersTest::isMeasured).catalog();
    assertThat(measured.freedBy(measured.cached())).hasValue(ByteCount.ZERO);
  }

  @Test
  void aSecondStartAsksForNoImage() throws InterruptedException {
    kept.save("unix:///scripted", List.of(engine.layers("30")));
    long before = engine.count("layers");
    catalog.start();

    states.await(LiveLayersTest::isMeasured);
    assertThat(engine.count("layers")).isEqualTo(before);
  }

  @Test
  void whatIsGoneIsForgotten() throws InterruptedException {
    engine.put(OTHER);
    kept.save("unix:///scripted", List.of(engine.layers("30"), engine.layers("7")));
    engine.drop("7");
    catalog.start();

    states.await(LiveLayersTest::isMeasured);
    assertThat(kept.load("unix:///scripted")).containsOnlyKeys("30");
  }

  @Test
  void anImageThatVanishesHoldsNothingUp() throws InterruptedException {
    engine.put(OTHER);
    Gate gate = engine.hold("images");
    catalog.start();
    gate.awaitArrival();
    engine.drop("7");
    gate.open();

    CatalogState measured = states.await(LiveLayersTest::isMeasured);
    assertThat(own(measured, ONE)).hasValue(130L);
  }

  @Test
  void anEngineThatFailsLeavesThemUnknownUntilTheNextList() throws InterruptedException {
    engine.fail("layers", 1);
    Gate gate = engine.hold("layers");
    catalog.start();
    gate.awaitArrival();
    gate.open();
    catalog.refresh();

    assertThat(own(states.await(LiveLayersTest::isMeasured), ONE)).hasValue(130L);
  }

  @Test
  void anImageThatCannotBeReadMakesTheOthersAboutRight() throws InterruptedException {
    engine.put(OTHER);
    engine.refuse("layers", "7");
    catalog.start();

    CatalogState measured = states.await(LiveLayersTest::isMeasured);
    assertThat(measured.catalog().ownBytes(ONE)).contains(new ByteCount(130, Accuracy.ESTIMATED));
    assertThat(own(measured, OTHER)).as("of which nothing is known").isEmpty();
  }

  private static boolean isMeasured(CatalogState state) {
    return state.catalog().layers().graph().isPresent();
  }

  private static Optional<Long> own(CatalogState state, EngineImage image) {
    CachedImage cached =
        state.catalog().cached().stream()
            .filter(one -> one.image().id().equals(image.id()))
            .findFirst()
            .orElseThrow();
    return state.catalog().ownBytes(cached.image()).map(ByteCount::bytes);
  }

  private static final class Kept implements LayerStore {
    private final Map<String, ImageLayers> layers = new ConcurrentHashMap<>();

    @Override
    public Map<String, ImageLayers> load(String engine) {
      return Map.copyOf(layers);
    }

    @Override
    public void save(String engine, Collection<ImageLayers> more) {
      more.forEach(image -> layers.put(image.imageId(), image));
    }

    @Override
    public void keepOnly(String engine, Set<String> imageIds) {
      layers.keySet().retainAll(imageIds);
    }
  }
}
