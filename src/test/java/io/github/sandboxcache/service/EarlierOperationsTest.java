package io.github.sandboxcache.service;

import static io.github.sandboxcache.domain.catalog.Images.NOON;
import static io.github.sandboxcache.domain.catalog.Images.catalog;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static io.github.sandboxcache.domain.orphans.LeftImages.left;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.history.ImageState;
import io.github.sandboxcache.domain.history.Operation;
import io.github.sandboxcache.domain.history.Operation.Ending;
import io.github.sandboxcache.domain.history.OperationKind;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.history.PlannedImage;
import io.github.sandboxcache.domain.history.ProcessIdentity;
import io.github.sandboxcache.domain.orphans.Orphan;
import io.github.sandboxcache.domain.orphans.Orphans;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactQuery;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.testing.OneWay;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Journal and engine agree, also after a process that died in the middle of an operation. */
class EarlierOperationsTest {
  private static final String A = "mcp-sandbox-go:aaaaaaaaaaaa";
  private static final ProcessIdentity DEAD = new ProcessIdentity(Long.MAX_VALUE, Optional.empty());
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

  private final ListedEngine engine = new ListedEngine();
  private final SqliteLedger ledger = Ledgers.empty();
  private final List<Operation> interrupted = new ArrayList<>();
  private final EarlierOperations earlier =
      new EarlierOperations(engine, ledger, CLOCK, interrupted::add);

  private EngineJournal journal(ProcessIdentity process) {
    return new EngineJournal(engine, ledger, ledger, process, CLOCK);
  }

  private RunningOperation<CachedImage> beginClear(ProcessIdentity process, EngineImage... images) {
    Catalog listed = catalog(images);
    RemovalPlan plan = RemovalPlan.of(listed, new RemovalPolicy.Everything(), Pins.Known.NONE);
    return journal(process).begin(plan, listed, Origin.COMMAND_LINE);
  }

  private static CachedImage cached(EngineImage image) {
    return catalog(image).cached().getFirst();
  }

  private List<UsageFact> facts() {
    List<UsageFact> known = new ArrayList<>();
    ledger.facts(FactQuery.ALL, known::add);
    return known;
  }

  private Operation only() {
    List<Operation> operations = ledger.operations(Optional.empty(), 9);
    assertThat(operations).hasSize(1);
    return operations.getFirst();
  }

  private ImageState state() {
    return only().images().getFirst().state();
  }

  @Test
  void whatWentIsAFactOfItsImage() {
    CachedImage image = cached(image("1", A));
    RunningOperation<CachedImage> clear = beginClear(DEAD, image("1", A));
    clear.asking(image);
    assertThat(facts()).isEmpty();
    clear.removed(image);
    assertThat(facts())
        .singleElement()
        .satisfies(
            fact -> {
              assertThat(fact.kind()).isEqualTo(FactKind.REMOVED);
              assertThat(fact.reference()).isEqualTo(image.reference());
              assertThat(fact.imageId()).hasValue("1");
              assertThat(fact.bytes()).hasValue(100);
              assertThat(fact.time()).isEqualTo(NOON);
            });
    assertThat(state()).isEqualTo(new ImageState.Done());
  }

  @Test
  void whatADeadProcessRemovedIsFoundByTheNextOneAndToldOnce() {
    beginClear(DEAD, image("1", A)).asking(cached(image("1", A)));
    earlier.settle();
    earlier.settle();
    assertThat(facts()).extracting(UsageFact::kind).containsExactly(FactKind.REMOVED);
    assertThat(state()).isEqualTo(new ImageState.Done());
    assertThat(only().ending()).contains(Ending.interrupted(NOON));
    assertThat(interrupted).containsExactly(only());
  }

  @Test
  void whatWasNeverAskedForWasNotDoneEvenIfSomebodyElseRemovedIt() {
    beginClear(DEAD, image("1", A));
    earlier.settle();
    assertThat(state()).isEqualTo(new ImageState.Planned());
    assertThat(facts()).isEmpty();
  }

  @Test
  void whatALivingProcessIsAtIsLeftToIt() {
    beginClear(ProcessIdentity.current(), image("1", A)).asking(cached(image("1", A)));
    earlier.settle();
    assertThat(state()).isEqualTo(new ImageState.Asked());
    assertThat(only().ending()).isEmpty();
  }

  @Test
  void whatTheEngineLeftWithoutAnAnswerIsFoundOutLater() {
    engine.put(image("1", A));
    RunningOperation<CachedImage> clear = beginClear(ProcessIdentity.current(), image("1", A));
    clear.asking(cached(image("1", A)));
    clear.unknown(cached(image("1", A)), "timeout");
    clear.end(Ending.at(NOON));
    earlier.settle();
    assertThat(state()).isEqualTo(new ImageState.Failed(Optional.of("timeout")));
    assertThat(interrupted).isEmpty();
  }

  @Test
  void whileTheEngineDoesNotSayItAllStaysOpen() {
    beginClear(DEAD, image("1", A)).asking(cached(image("1", A)));
    engine.refuseLooks(true);
    earlier.settle();
    assertThat(state()).isEqualTo(new ImageState.Asked());
    assertThat(only().ending()).isEmpty();
    assertThat(facts()).isEmpty();
  }

  @Test
  void operationsOnOtherEnginesAreNotThisOnesToSettle() {
    RemovalPlan plan =
        RemovalPlan.of(catalog(image("1", A)), new RemovalPolicy.Everything(), Pins.Known.NONE);
    new EngineJournal(OneWay.to(engine, "unix:///another"), ledger, ledger, DEAD, CLOCK)
        .begin(plan, catalog(image("1", A)), Origin.COMMAND_LINE)
        .asking(cached(image("1", A)));
    earlier.settle();
    assertThat(state()).isEqualTo(new ImageState.Asked());
  }

  private void beginInstall() {
    CacheReference reference = cached(image("1", A)).reference();
    journal(DEAD)
        .begin(
            OperationKind.INSTALL,
            Origin.WINDOW,
            List.of(new PlannedImage.ToMake(reference, List.of("x"))))
        .asking(reference);
  }

  @Test
  void anInstallIsDoneWhereItsImageIsThere() {
    beginInstall();
    engine.put(image("1", A));
    earlier.settle();
    assertThat(state()).isEqualTo(new ImageState.Done());
    assertThat(facts()).isEmpty();
  }

  @Test
  void anInstallIsNotDoneWhereItsImageIsNot() {
    beginInstall();
    earlier.settle();
    assertThat(state()).isEqualTo(new ImageState.Planned());
    assertThat(interrupted).hasSize(1);
  }

  @Test
  void aNameWasGivenWhereTheImageHasOne() {
    Orphan orphan = Orphans.of(catalog(left("1")).snapshot()).getFirst();
    journal(DEAD).beginNaming(List.of(orphan), Origin.WINDOW).asking(orphan);
    engine.put(image("1", A));
    earlier.settle();
    assertThat(state()).isEqualTo(new ImageState.Done());
  }

  /** How far a removal was when its process died. */
  enum Point {
    PLANNED(true, false),
    ASKED(true, false),
    GONE(false, true),
    REPLACED(false, true),
    TOLD_GONE(false, true),
    TOLD_KEPT(true, false),
    TOLD_FAILED(true, false),
    TOLD_UNKNOWN(true, false),
    TOLD_UNKNOWN_AND_GONE(false, true);

    final boolean there;
    final boolean done;

    Point(boolean there, boolean done) {
      this.there = there;
      this.done = done;
    }
  }

  @Provide
  static Arbitrary<List<Point>> points() {
    return Arbitraries.of(Point.class).list().ofMinSize(1).ofMaxSize(12);
  }

  @Property(tries = 1_000)
  void whereverAProcessDiesJournalFactsAndEngineAgreeAfterwards(
      @ForAll("points") List<Point> points, @ForAll boolean ended, @ForAll boolean speaksLate) {
    new EarlierOperationsTest().dieAt(points, ended, speaksLate);
  }

  private void dieAt(List<Point> points, boolean ended, boolean speaksLate) {
    List<EngineImage> images = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      images.add(image("id" + i, "mcp-sandbox-go:%012x".formatted(i)));
    }
    images.forEach(engine::put);
    RunningOperation<CachedImage> clear = beginClear(DEAD, images.toArray(EngineImage[]::new));
    for (int i = 0; i < points.size(); i++) {
      reach(points.get(i), images.get(i), clear);
    }
    if (ended) {
      clear.end(Ending.at(NOON));
    }

    earlier.settle();
    earlier.settle();
    if (speaksLate) {
      for (int i = 0; i < points.size(); i++) {
        if (points.get(i).done) {
          clear.removed(cached(images.get(i)));
        }
      }
    }

    Operation operation = only();
    assertThat(operation.ending()).isPresent();
    assertThat(operation.interrupted()).isEqualTo(!ended);
    assertThat(interrupted).hasSize(ended ? 0 : 1);
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      String name = "mcp-sandbox-go:%012x".formatted(i);
      ImageState state =
          operation.images().stream()
              .filter(each -> each.name().equals(name))
              .findFirst()
              .orElseThrow()
              .state();
      assertThat(state.isOpen()).as("%s", point).isFalse();
      assertThat(state instanceof ImageState.Done).as("%s", point).isEqualTo(point.done);
      boolean there = engine.image(name).filter(now -> !now.id().startsWith("new")).isPresent();
      assertThat(there).as("%s", point).isEqualTo(point.there);
    }
    assertThat(facts()).hasSize((int) points.stream().filter(point -> point.done).count());
  }

  private void reach(Point point, EngineImage image, RunningOperation<CachedImage> clear) {
    CachedImage cached = cached(image);
    if (point == Point.PLANNED) {
      return;
    }
    clear.asking(cached);
    if (!point.there) {
      engine.remove(image.id());
    }
    switch (point) {
      case TOLD_GONE -> clear.removed(cached);
      case TOLD_KEPT -> clear.kept(cached, new KeepReason.Pinned());
      case TOLD_FAILED -> clear.failed(cached, "busy");
      case TOLD_UNKNOWN, TOLD_UNKNOWN_AND_GONE -> clear.unknown(cached, "timeout");
      case REPLACED ->
          engine.put(image("new" + image.id(), image.references().toArray(String[]::new)));
      case PLANNED, ASKED, GONE -> {
        // Nobody was told.
      }
    }
  }
}
