package io.github.sandboxcache.ui.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.Images;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.Doubt;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.ui.base.TestThreads;
import io.github.sandboxcache.ui.base.UiThreads;
import io.github.sandboxcache.ui.removal.PruneModel.Row;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The preview shows what the plan does, and promises no more than is known. */
class PruneModelTest {
  @Test
  void keepingOneMoreTakesOneLess() {
    PruneModel model = model(5, 3);
    assertThat(model.planProperty().get().removals()).hasSize(2);
    model.changeKeep(1);
    assertThat(model.planProperty().get().removals()).hasSize(1);
  }

  @Test
  void neverFewerThanNoneAreKept() {
    PruneModel model = model(2, 0);
    model.changeKeep(-1);
    assertThat(model.keepProperty().get()).isZero();
    assertThat(PruneModel.readKeep("-1")).isEmpty();
    assertThat(PruneModel.readKeep("three")).isEmpty();
  }

  @Test
  void aNumberThatIsNotKnownIsNotMadeOneByAStep() {
    PruneModel model = model(5, RemovalPolicy.KeepNewest.UNKNOWN_COUNT);
    model.changeKeep(-1);
    assertThat(model.isKeepKnown()).isFalse();
    assertThat(model.planProperty().get().doubts()).containsExactly(Doubt.NUMBER_TO_KEEP);
    model.keepProperty().set(4);
    assertThat(model.planProperty().get().removals()).hasSize(1);
  }

  @Test
  void aLargeNumberOfTheSettingsIsNotMadeSmaller() {
    PruneModel model = model(5, 20_000);
    assertThat(model.planProperty().get().policy()).isEqualTo(new RemovalPolicy.KeepNewest(20_000));
    model.changeKeep(1);
    assertThat(model.keepProperty().get()).isEqualTo(20_000);
  }

  @Test
  void theFilterLeavesOnlyWhatGoes() {
    PruneModel model = model(5, 3);
    assertThat(model.rows()).hasSize(6);
    model.filterProperty().set(PruneModel.Filter.GO);
    assertThat(model.rows()).hasSize(3);
    assertThat(model.rows())
        .filteredOn(Row.Image.class::isInstance)
        .hasSize(2)
        .allMatch(row -> ((Row.Image) row).stays().isEmpty());
    model.toggle(Language.PYTHON);
    assertThat(model.rows()).singleElement().isInstanceOf(Row.Group.class);
  }

  @Test
  void theNewestCatalogIsPlannedFor() {
    PruneModel model = model(5, 3);
    model.follow(new PruneModel.Known(pythons(3), Pins.Known.NONE));
    assertThat(model.planProperty().get().removals()).isEmpty();
  }

  @Test
  void theWindowsOwnPlanIsShownAtOnce() {
    Deque<Runnable> background = new ArrayDeque<>();
    PruneModel model = model(5, 3, background);

    assertThat(model.planProperty().get().removals()).hasSize(2);
    assertThat(model.upToDateProperty().get()).isTrue();
    assertThat(background).isEmpty();
  }

  @Test
  void whileAnotherPlanIsMadeTheOldOneIsShownButMayNotRun() {
    Deque<Runnable> background = new ArrayDeque<>();
    PruneModel model = model(5, 3, background);

    model.changeKeep(-1);
    assertThat(model.planProperty().get().removals()).hasSize(2);
    assertThat(model.upToDateProperty().get()).isFalse();

    background.remove().run();
    assertThat(model.planProperty().get().removals()).hasSize(3);
    assertThat(model.upToDateProperty().get()).isTrue();
  }

  @Test
  void ofManyNumbersInARowTheLastIsPlanned() {
    Deque<Runnable> background = new ArrayDeque<>();
    PruneModel model = model(9, 3, background);

    IntStream.range(0, 3).forEach(_ -> model.changeKeep(1));
    while (!background.isEmpty()) {
      background.remove().run();
    }

    assertThat(model.planProperty().get().removals()).hasSize(3);
  }

  private static PruneModel model(int images, int keep) {
    return model(images, keep, TestThreads.direct());
  }

  private static PruneModel model(int images, int keep, Deque<Runnable> background) {
    return model(images, keep, new UiThreads(Runnable::run, background::add));
  }

  private static PruneModel model(int images, int keep, UiThreads threads) {
    Catalog catalog = pythons(images);
    RemovalPlan known =
        RemovalPlan.of(catalog, new RemovalPolicy.KeepNewest(keep), Pins.Known.NONE);
    return new PruneModel(new PruneModel.Known(catalog, Pins.Known.NONE), known, keep, threads);
  }

  private static Catalog pythons(int count) {
    return Images.catalog(
        IntStream.range(0, count)
            .mapToObj(i -> Images.at(i, Images.image("id" + i, name(i))))
            .toArray(EngineImage[]::new));
  }

  private static String name(int number) {
    return "mcp-sandbox-python:%012x".formatted(number);
  }
}
