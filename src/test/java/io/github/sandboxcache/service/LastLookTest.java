package io.github.sandboxcache.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.catalog.Images;
import io.github.sandboxcache.domain.contents.ContentsStore;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.usage.RecentUse;
import io.github.sandboxcache.domain.usage.RecentUses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which images are looked into before they are removed, and for how long. */
class LastLookTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final ScriptedEngine engine = new ScriptedEngine();
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final Cancellation cancellation = new Cancellation();
  private final Inspector inspector =
      new Inspector(engine, (_, _, _, _) -> Contents.python("numpy 1.26.4"), ContentsStore.NONE);

  private final ProgressListener listener =
      new ProgressListener() {
        @Override
        public void onProgress(Progress progress) {
          told.add(progress.step());
        }

        @Override
        public void onLine(String line) {}
      };

  private static CacheReference name(int number) {
    return new CacheReference(Language.PYTHON, "%012x".formatted(number));
  }

  private Catalog catalog(int count) {
    EngineImage[] images =
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> Images.image(String.valueOf(i), name(i).toString()))
            .toArray(EngineImage[]::new);
    engine.put(images);
    return catalog();
  }

  private Catalog catalog() {
    return Catalog.of(new EngineSnapshot(engine.images(), List.of(), ReferenceNaming.DOCKER))
        .withPackages(Map.of(), inspector.known());
  }

  private static RemovalPlan all(Catalog catalog) {
    return RemovalPlan.of(catalog, new RemovalPolicy.Everything(), Pins.Known.NONE);
  }

  private void look(Catalog catalog) {
    new LastLook(inspector, LONG).take(all(catalog), catalog, listener, cancellation);
  }

  private List<String> read() {
    return engine.calls().stream()
        .filter(call -> call.startsWith("readArchive"))
        .map(call -> call.substring("readArchive".length()))
        .toList();
  }

  @Test
  void whatIsInsideIsKnownAfterwards() {
    look(catalog(3));
    assertThat(inspector.known()).containsOnlyKeys("1", "2", "3");
    assertThat(told).containsOnly("note").hasSize(4);
  }

  @Test
  void whatIsKnownIsNotReadAgain() {
    look(catalog(2));
    look(catalog());
    assertThat(read()).containsExactlyInAnyOrder("1", "2");
  }

  @Test
  void whoRemovesInBulkDoesNotWait() {
    look(catalog(51));
    assertThat(read()).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void thoseWithMostHitsComeFirst() {
    Catalog catalog = catalog(9);
    RecentUses uses =
        new RecentUses(
            Images.NOON,
            Optional.of(Images.NOON.minus(Duration.ofDays(90))),
            Map.of(
                name(7),
                new RecentUse(40, RecentUse.Weighted.NONE, Optional.empty(), Optional.empty())),
            Map.of());
    RemovalPlan plan =
        RemovalPlan.of(catalog, new RemovalPolicy.Everything(), Pins.Known.NONE, Optional.of(uses));
    assertThat(LastLook.unread(plan, catalog).getFirst().reference()).isEqualTo(name(7));
  }

  @Test
  void anImageThatCannotBeReadKeepsNoOtherFromBeingRead() {
    Catalog catalog = catalog(2);
    engine.fail("layers", 1);
    look(catalog);
    assertThat(inspector.known()).hasSize(1);
  }

  @Test
  void whatIsNotReadInTimeStaysUnknown() {
    Catalog catalog = catalog(1);
    CountDownLatch never = new CountDownLatch(1);
    Inspector slow =
        new Inspector(
            engine,
            (_, _, _, early) -> {
              try (var _ = early.onCancel(never::countDown)) {
                never.await();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
              throw new CancellationException("broken off");
            },
            ContentsStore.NONE);
    new LastLook(slow, Duration.ofMillis(20)).take(all(catalog), catalog, listener, cancellation);
    assertThat(slow.known()).isEmpty();
    assertThat(never.getCount()).as("the reading was broken off").isZero();
  }

  @Test
  void whoCancelsDoesNotWait() {
    Catalog catalog = catalog(3);
    cancellation.cancel();
    look(catalog);
    assertThat(read()).isEmpty();
  }

  @Test
  void twoNamesOfAnImageAreOneLook() {
    engine.put(
        Images.image("1", Stream.of(1, 2).map(i -> name(i).toString()).toArray(String[]::new)));
    look(catalog());
    assertThat(read()).containsExactly("1");
  }
}
