package io.github.sandboxcache.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.DiskShare;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.layers.Accuracy;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.ImageArchive;
import io.github.sandboxcache.testing.TestImages;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * While others load, commit, tag and remove images of a real engine, each published state shows the
 * figures of its own images, or none; and the right ones come.
 */
@EngineTest
class LiveFiguresOnEngineTest {
  /** So many states a change may take at most; others may be busy on the same engine. */
  private static final int MAX_STATES = 60;

  private static final int BURST = 12;

  private final RecordedLayers recorded = new RecordedLayers();
  private final CatalogStates states = CatalogStates.all();
  private final List<CatalogState> published = Collections.synchronizedList(new ArrayList<>());
  private final List<CacheReference> loads = new ArrayList<>();
  private ContainerEngine engine;
  private TestImages images;
  private LiveCatalog catalog;

  /** What was put into the top layer of images, by all layers beneath and itself. */
  private final Map<List<String>, Long> putIn = new HashMap<>();

  @BeforeEach
  void open(ContainerEngine found, TestImages ofTest) throws InterruptedException {
    engine = found;
    images = ofTest;
    catalog =
        new LiveCatalog(
            engine,
            new CatalogScript.Memory(),
            recorded,
            Clock.systemUTC(),
            LiveTimings.DEFAULT,
            EngineObserver.NONE);
    catalog.onChange(states);
    catalog.onChange(published::add);
    catalog.start();
    await(state -> true);
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  @Test
  void eachChangeOfOthersShowsTheRightFiguresAndNothingElse()
      throws IOException, InterruptedException {
    CacheReference base = load(50_000);
    await(state -> find(state, base).isPresent());
    CacheReference child = child(base, 30_000);
    await(state -> find(state, child).isPresent());
    CacheReference sister = child(base, 7_000);
    await(state -> find(state, sister).isPresent());

    CacheReference second = images.newReference();
    images.tag(child, second.repository(), second.tag());
    await(state -> find(state, second).isPresent());
    assertFrees(child, 0);
    images.untag(child.toString());
    await(state -> find(state, child).isEmpty());
    assertFrees(second, 30_000);

    images.untag(second.toString());
    await(state -> find(state, second).isEmpty());
    images.untag(sister.toString());
    await(state -> find(state, sister).isEmpty());
    assertEachStateShowsFiguresOfItsOwnImages();
  }

  @Test
  void manyChangesAtOnceDoTheSame() throws IOException, InterruptedException {
    Random random = new Random(18);
    List<CacheReference> all = new ArrayList<>(List.of(load(40_000)));
    for (int i = 0; i < BURST; i++) {
      CacheReference one = all.get(random.nextInt(all.size()));
      switch (random.nextInt(4)) {
        case 0 -> {
          CacheReference name = images.newReference();
          images.tag(one, name.repository(), name.tag());
          all.add(name);
        }
        case 1 -> {
          images.untag(one.toString());
          all.remove(one);
          all.add(load(1000 + random.nextInt(50_000)));
        }
        default -> all.add(child(parent(one), 1000 + random.nextInt(50_000)));
      }
    }
    await(state -> names(state).equals(Set.copyOf(all)));
    assertEachStateShowsFiguresOfItsOwnImages();
  }

  private CacheReference load(int bytes) {
    CacheReference loaded = images.load(new ImageArchive().file("data", new byte[bytes]));
    EngineImage image = engine.image(loaded.toString()).orElseThrow();
    putIn.put(engine.layers(image.id()).diffIds(), image.sizeBytes().orElseThrow());
    loads.add(loaded);
    if (isPodman()) {
      // It says nothing of a load; the user presses a key.
      catalog.refresh();
    }
    return loaded;
  }

  private CacheReference child(CacheReference parent, int bytes) throws IOException {
    CacheReference child = images.child(parent, bytes);
    String id = engine.image(child.toString()).orElseThrow().id();
    putIn.put(engine.layers(id).diffIds(), (long) bytes);
    return child;
  }

  /** Podman 4.3 fails to commit on what was committed on an image without a history. */
  private CacheReference parent(CacheReference wanted) {
    return isPodman() ? loads.getLast() : wanted;
  }

  private boolean isPodman() {
    return engine.description().naming() == ReferenceNaming.PODMAN;
  }

  /** Waits for that, with the figures of all images known. */
  private void await(Predicate<CatalogState> wanted) throws InterruptedException {
    int passed = 0;
    CatalogState state = catalog.state();
    while (state.freshness() != CatalogState.Freshness.CURRENT
        || state.catalog().layers().graph().isEmpty()
        || !wanted.test(state)) {
      assertThat(++passed).as("states until the right one").isLessThan(MAX_STATES);
      CatalogState _ = states.next();
      state = catalog.state();
    }
    assertShowsFiguresOfItsOwnImages(state);
  }

  private List<CachedImage> ours(CatalogState state) {
    return state.catalog().cached().stream()
        .filter(image -> image.language().equals(images.language()))
        .toList();
  }

  private Set<CacheReference> names(CatalogState state) {
    return ours(state).stream().map(CachedImage::reference).collect(Collectors.toSet());
  }

  private Optional<CachedImage> find(CatalogState state, CacheReference reference) {
    return state.catalog().find(reference);
  }

  private void assertFrees(CacheReference reference, long bytes) {
    if (countsToTheByte()) {
      Catalog now = catalog.state().catalog();
      assertThat(now.freedBy(List.of(now.find(reference).orElseThrow())))
          .contains(new ByteCount(bytes, Accuracy.EXACT));
    }
  }

  private void assertEachStateShowsFiguresOfItsOwnImages() {
    List<CatalogState> all = List.copyOf(published);
    assertThat(all).hasSizeGreaterThan(3);
    all.forEach(this::assertShowsFiguresOfItsOwnImages);
  }

  private void assertShowsFiguresOfItsOwnImages(CatalogState state) {
    Catalog shown = state.catalog();
    if (shown.layers().graph().isEmpty()) {
      assertThat(shown.cached())
          .allMatch(image -> shown.ownBytes(image.image()).isEmpty())
          .allMatch(image -> shown.sharedBytes(image.image()).isEmpty());
      assertThat(shown.onDisk(shown.cached())).isEmpty();
      assertThat(shown.freedBy(shown.cached())).isEmpty();
      return;
    }
    Catalog fresh = shown.with(recorded.freshly(engine, shown.snapshot().images()));
    for (CachedImage image : shown.cached()) {
      assertSame(shown.ownBytes(image.image()), fresh.ownBytes(image.image()), image);
      assertSame(shown.sharedBytes(image.image()), fresh.sharedBytes(image.image()), image);
    }
    assertSame(shown.freedBy(shown.cached()), fresh.freedBy(fresh.cached()), "all");
    assertSame(onDisk(shown, shown.cached()), onDisk(fresh, shown.cached()), "all");
    List<CachedImage> ours = ours(state);
    assertSame(onDisk(shown, ours), onDisk(fresh, ours), "ours");
    assertSame(shown.freedBy(ours), fresh.freedBy(ours), "ours");
    if (countsToTheByte()) {
      ours.forEach(image -> assertOwnsWhatWasPutIn(image, shown));
    }
  }

  private static Optional<ByteCount> onDisk(Catalog of, Collection<CachedImage> images) {
    return of.onDisk(images).map(DiskShare::total);
  }

  /**
   * What is exact without knowing what was before has to be shown; the rest may be known better.
   */
  private static void assertSame(
      Optional<ByteCount> shown, Optional<ByteCount> fresh, Object what) {
    assertThat(shown.isPresent()).as("%s", what).isEqualTo(fresh.isPresent());
    fresh
        .filter(ByteCount::exact)
        .ifPresent(right -> assertThat(shown).as("%s", what).contains(right));
  }

  private void assertOwnsWhatWasPutIn(CachedImage image, Catalog shown) {
    Optional<ByteCount> own = shown.ownBytes(image.image());
    if (own.isPresent()) {
      List<String> chain = recorded.diffIds(image.image());
      long right = 0;
      while (!chain.isEmpty() && !isOfAnother(chain, image, shown)) {
        right += putIn.getOrDefault(chain, 0L);
        chain = chain.subList(0, chain.size() - 1);
      }
      assertThat(own).as("%s", image).contains(new ByteCount(right, Accuracy.EXACT));
    }
  }

  private boolean isOfAnother(List<String> chain, CachedImage image, Catalog shown) {
    return shown.snapshot().images().stream()
        .filter(other -> !other.id().equals(image.image().id()))
        .map(recorded::diffIds)
        .anyMatch(
            other -> other.size() >= chain.size() && other.subList(0, chain.size()).equals(chain));
  }

  /** The containerd store keeps packed layers, too; Podman tells nothing without a history. */
  private boolean countsToTheByte() {
    return !isPodman() && !recorded.arePacked();
  }
}
