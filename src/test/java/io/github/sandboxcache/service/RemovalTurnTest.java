package io.github.sandboxcache.service;

import static io.github.sandboxcache.domain.catalog.Images.NOON;
import static io.github.sandboxcache.domain.catalog.Images.childOf;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.history.Operation;
import io.github.sandboxcache.domain.history.OperationJournal;
import io.github.sandboxcache.domain.history.OperationKind;
import io.github.sandboxcache.domain.history.OperationPlan;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.history.PlannedImage;
import io.github.sandboxcache.domain.history.ProcessIdentity;
import io.github.sandboxcache.domain.layers.LayerStore;
import io.github.sandboxcache.domain.pins.PinStore;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.pins.PinsException;
import io.github.sandboxcache.domain.pins.PinsInMemory;
import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPlan.KeptImage;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Everything;
import io.github.sandboxcache.domain.removal.RemovalReport;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProcessLocks;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactQuery;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.testing.FailingCall;
import io.github.sandboxcache.testing.Inspectors;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.testing.TestArchives;
import io.github.sandboxcache.testing.TestLocks;
import io.github.sandboxcache.testing.TestPins;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** One process removes at a time, from what the engine has then. */
class RemovalTurnTest {
  private static final String A = "mcp-sandbox-go:aaaaaaaaaaaa";
  private static final String B = "mcp-sandbox-go:bbbbbbbbbbbb";

  private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
  private final ProcessLocks locks = TestLocks.create();
  private final SqliteLedger ledger = Ledgers.empty();
  private OperationJournal operations = ledger;
  private final SampleEngine engine =
      new SampleEngine(new SampleCache(List.of(image("1", A)), List.of()), clock, Duration.ZERO);

  private CacheService service(PinStore pins) {
    return new CacheService(
        engine,
        (_, _, _) -> {
          throw new AssertionError("nothing is installed here");
        },
        Inspectors.of(engine),
        ledger,
        operations,
        pins,
        LayerStore.NONE,
        TestArchives.none(engine),
        locks,
        clock);
  }

  private Removal begin(ProgressListener listener) {
    return service(new PinsInMemory())
        .removals()
        .begin(OperationKind.CLEAR, Origin.COMMAND_LINE, listener, new Cancellation());
  }

  private static RemovalReport clear(Removal removal) {
    return removal.carryOut(
        removal.plan(new Everything()), ProgressListener.NONE, new Cancellation());
  }

  @Test
  void whoComesSecondWaitsAndFindsWhatTheFirstOneLeft() {
    Removal first = begin(ProgressListener.NONE);
    List<Progress> heard = new ArrayList<>();
    ProgressListener whenWaiting =
        new ProgressListener() {
          @Override
          public void onProgress(Progress progress) {
            heard.add(progress);
            if (progress.step().equals("wait")) {
              var _ = clear(first);
              first.close();
            }
          }

          @Override
          public void onLine(String line) {}
        };
    try (Removal second = begin(whenWaiting)) {
      assertThat(heard).extracting(Progress::step).containsExactly("wait", "list");
      assertThat(heard.getFirst().detail())
          .isEqualTo("clear, pid " + ProcessHandle.current().pid());
      assertThat(second.plan(new Everything()).removals()).isEmpty();
    }
  }

  @Test
  void whoIsCancelledWhileItWaitsRemovesNothing() {
    try (Removal _ = begin(ProgressListener.NONE)) {
      Cancellation cancelled = new Cancellation();
      cancelled.cancel();
      assertThatThrownBy(
              () ->
                  service(new PinsInMemory())
                      .removals()
                      .begin(
                          OperationKind.PRUNE,
                          Origin.COMMAND_LINE,
                          ProgressListener.NONE,
                          cancelled))
          .isInstanceOf(CancellationException.class);
    }
    assertThat(engine.images()).hasSize(1);
  }

  @Test
  void theTurnIsOverWithTheRemoval() {
    begin(ProgressListener.NONE).close();
    begin(ProgressListener.NONE).close();
  }

  @Test
  void aChildMadeAfterThePlanHoldsItsParent() {
    try (Removal removal = begin(ProgressListener.NONE)) {
      RemovalPlan plan = removal.plan(new Everything());
      engine.add(childOf("1", image("2", B)));
      RemovalReport report = removal.carryOut(plan, ProgressListener.NONE, new Cancellation());
      assertThat(report.kept())
          .extracting(KeptImage::reason)
          .containsExactly(new KeepReason.ParentOf(List.of(B)));
    }
  }

  @Test
  void whatWentIsInTheLedger() {
    try (Removal removal = begin(ProgressListener.NONE)) {
      assertThat(clear(removal).removed())
          .extracting(CachedImage::engineReference)
          .containsExactly(A);
    }
    List<UsageFact> facts = new ArrayList<>();
    ledger.facts(FactQuery.ALL, facts::add);
    assertThat(facts).extracting(UsageFact::kind).containsExactly(FactKind.REMOVED);
    assertThat(ledger.operations(Optional.empty(), 9))
        .singleElement()
        .satisfies(
            operation -> {
              assertThat(operation.plan().kind()).isEqualTo(OperationKind.CLEAR);
              assertThat(operation.plan().origin()).isEqualTo(Origin.COMMAND_LINE);
              assertThat(operation.ending()).isPresent();
              assertThat(operation.done()).isEqualTo(1);
            });
  }

  @Test
  void whilePinsCannotBeReadNothingIsEvenPlanned() {
    TestPins pins = new TestPins();
    pins.damage();
    CacheService service = service(pins);
    try (Removal removal =
        service
            .removals()
            .begin(
                OperationKind.CLEAR,
                Origin.COMMAND_LINE,
                ProgressListener.NONE,
                new Cancellation())) {
      assertThatThrownBy(() -> removal.plan(new Everything())).isInstanceOf(PinsException.class);
      RemovalPlan announced = RemovalPlan.of(removal.catalog(), new Everything(), Pins.Known.NONE);
      assertThatThrownBy(
              () -> removal.carryOut(announced, ProgressListener.NONE, new Cancellation()))
          .isInstanceOf(PinsException.class);
    }
    assertThat(engine.images()).extracting(EngineImage::id).containsExactly("1");
  }

  @Test
  void whileARemovalRunsNobodyElseSettlesWhatIsOpen() {
    CacheService other = service(new PinsInMemory());
    try (Removal _ = begin(ProgressListener.NONE)) {
      long dead = openRemoval();
      other.removals().settleEarlier();
      assertThat(ledger.unsettled("sample:")).extracting(Operation::id).containsExactly(dead);
    }
    other.removals().settleEarlier();
    assertThat(ledger.unsettled("sample:")).isEmpty();
  }

  @Test
  void whatNobodyAskedForDoesNotBeginUnlessItIsWrittenAhead() {
    operations =
        FailingCall.of(
            OperationJournal.class,
            ledger,
            "begin",
            new UsageLedgerException("usage.db", new IOException("disk full")));
    RemovalPlan plan =
        RemovalPlan.of(service(new PinsInMemory()).list(), new Everything(), Pins.Known.NONE);
    assertThatThrownBy(
            () ->
                service(new PinsInMemory())
                    .removals()
                    .remove(plan, Origin.AUTOMATIC, ProgressListener.NONE, new Cancellation()))
        .isInstanceOf(UsageLedgerException.class);
    assertThat(engine.images()).hasSize(1);

    RemovalReport report =
        service(new PinsInMemory())
            .removals()
            .remove(plan, Origin.WINDOW, ProgressListener.NONE, new Cancellation());
    assertThat(report.removed()).hasSize(1);
    assertThat(engine.images()).isEmpty();
    assertThat(ledger.report(TimeRange.ALL).images()).as("its fact is there").hasSize(1);
  }

  @Test
  void aPlanOfNothingLeavesNoTrace() {
    try (Removal removal = begin(ProgressListener.NONE)) {
      var _ =
          removal.carryOut(
              removal.plan(new RemovalPolicy.Chosen(Set.of())),
              ProgressListener.NONE,
              new Cancellation());
    }
    assertThat(ledger.operations(Optional.empty(), 9)).isEmpty();
  }

  private long openRemoval() {
    long id =
        ledger.begin(
            new OperationPlan(
                OperationKind.REMOVE,
                Origin.COMMAND_LINE,
                "sample:",
                new ProcessIdentity(Long.MAX_VALUE, Optional.empty()),
                NOON,
                Optional.empty(),
                OptionalLong.empty()),
            List.of(
                new PlannedImage.ToMake(
                    new CacheReference(Language.GO, "cccccccccccc"), List.of("x"))));
    ledger.asking(id, 0);
    return id;
  }
}
