package io.github.sandboxcache.service;

import static io.github.sandboxcache.domain.catalog.Images.NOON;
import static io.github.sandboxcache.domain.catalog.Images.catalog;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.history.ImageState;
import io.github.sandboxcache.domain.history.Operation;
import io.github.sandboxcache.domain.history.Operation.Ending;
import io.github.sandboxcache.domain.history.OperationJournal;
import io.github.sandboxcache.domain.history.OperationKind;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.history.PlannedImage;
import io.github.sandboxcache.domain.history.ProcessIdentity;
import io.github.sandboxcache.domain.history.RemovedImage;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.testing.FailingCall;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.testing.OneWay;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What was done to an engine is known by whatever way it is reached, and of no other engine. */
class OneEngineByTwoWaysTest {
  private static final String A = "mcp-sandbox-go:aaaaaaaaaaaa";
  private static final String SOCKET = "unix:///run/docker.sock";
  private static final String HOST = "ssh://me@there";
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  private static final ProcessIdentity DEAD = new ProcessIdentity(Long.MAX_VALUE, Optional.empty());

  private final ListedEngine engine = new ListedEngine();
  private final SqliteLedger ledger = Ledgers.empty();

  private ContainerEngine by(String address, String id) {
    return OneWay.to(engine, address, id);
  }

  private ContainerEngine byAddressAlone(String address) {
    return OneWay.to(engine, address);
  }

  /** An image is asked to be removed and is gone. */
  private RunningOperation<CachedImage> remove(ContainerEngine way, ProcessIdentity process) {
    Catalog listed = catalog(image("1", A));
    CachedImage image = listed.cached().getFirst();
    RunningOperation<CachedImage> removal =
        new EngineJournal(way, ledger, ledger, process, CLOCK)
            .begin(
                RemovalPlan.of(listed, new RemovalPolicy.Everything(), Pins.Known.NONE),
                listed,
                Origin.COMMAND_LINE);
    removal.asking(image);
    return removal;
  }

  private void remove(ContainerEngine way) {
    RunningOperation<CachedImage> removal = remove(way, ProcessIdentity.current());
    removal.removed(catalog(image("1", A)).cached().getFirst());
    removal.end(Ending.at(NOON));
  }

  private List<RemovedImage> removed(ContainerEngine way) {
    return removed(way, ledger);
  }

  private List<RemovedImage> removed(ContainerEngine way, OperationJournal journal) {
    return journal.removed(new JournalName(way, journal).get(), 9);
  }

  private List<Operation> settled(ContainerEngine way) {
    List<Operation> interrupted = new ArrayList<>();
    new EarlierOperations(way, ledger, CLOCK, interrupted::add).settle();
    return interrupted;
  }

  @Test
  void whatWasRemovedByOneWayCanBeHadBackByTheOther() {
    remove(by(SOCKET, "a"));
    assertThat(removed(by(HOST, "a"))).hasSize(1);
    assertThat(removed(by(HOST, "b"))).isEmpty();
  }

  @Test
  void whatWasMadeAgainByTheOtherWayIsThere() {
    remove(by(SOCKET, "a"));
    assertThat(removed(by(HOST, "a"))).noneMatch(RemovedImage::madeAgain);
    CacheReference reference = catalog(image("1", A)).cached().getFirst().reference();
    RunningOperation<CacheReference> install =
        new EngineJournal(by(HOST, "a"), ledger, ledger, ProcessIdentity.current(), CLOCK)
            .begin(
                OperationKind.INSTALL,
                Origin.COMMAND_LINE,
                List.of(new PlannedImage.ToMake(reference, List.of("x"))));
    install.settle(reference, new ImageState.Done());
    assertThat(removed(by(SOCKET, "a"))).allMatch(RemovedImage::madeAgain);
  }

  @Test
  void thePeopleAreToldTheWay() {
    remove(by(SOCKET, "a"));
    assertThat(ledger.operations(Optional.empty(), 9))
        .extracting(operation -> operation.plan().engine())
        .containsExactly(SOCKET);
  }

  @Test
  void whatADeadProcessLeftIsSettledByTheOtherWay() {
    var _ = remove(by(SOCKET, "a"), DEAD);
    assertThat(settled(by(HOST, "b"))).isEmpty();
    assertThat(settled(by(HOST, "a"))).hasSize(1);
  }

  @Test
  void whatWasKnownByTheAddressBelongsToTheEngineThatIsFoundThereFirst() {
    remove(byAddressAlone(SOCKET));
    assertThat(removed(by(HOST, "a"))).isEmpty();
    assertThat(removed(by(SOCKET, "a"))).hasSize(1);
    assertThat(removed(by(HOST, "a"))).hasSize(1);
  }

  @Test
  void anEngineThatTakesThePlaceOfAnotherHasNoneOfItsHistory() {
    remove(by(SOCKET, "a"));
    assertThat(removed(by(SOCKET, "b"))).isEmpty();
    assertThat(settled(by(SOCKET, "b"))).isEmpty();
    assertThat(removed(by(SOCKET, "a"))).hasSize(1);
  }

  @Test
  void aLedgerThatCannotBeWrittenCostsNothingButTheOtherWay() {
    remove(byAddressAlone(SOCKET));
    OperationJournal readOnly =
        FailingCall.of(
            OperationJournal.class,
            ledger,
            "takeOver",
            new UsageLedgerException("read-only", new IllegalStateException("read-only")));
    assertThat(removed(by(SOCKET, "a"), readOnly)).isEmpty();
    assertThat(removed(by(SOCKET, "a"))).hasSize(1);
  }

  /** A removal by one of three ways, to one of two engines, which may not say who it is. */
  record Done(int way, int id) {}

  @Provide
  Arbitrary<List<Done>> done() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 2), Arbitraries.integers().between(0, 2))
        .as(Done::new)
        .list()
        .ofMaxSize(8);
  }

  /** However ways, engines and answers change: nothing is lost, and nothing counts twice. */
  @Property(tries = 100)
  void everyOperationIsThatOfOneEngine(@ForAll("done") List<Done> all) {
    // The object of the class is the same for all tries.
    OneEngineByTwoWaysTest fresh = new OneEngineByTwoWaysTest();
    all.forEach(each -> fresh.remove(fresh.way(each)));
    long known = 0;
    for (int id = 1; id <= 2; id++) {
      int engine = id;
      List<RemovedImage> ofEngine = fresh.removed(fresh.way(new Done(3, id)));
      assertThat(ofEngine.size())
          .isGreaterThanOrEqualTo((int) all.stream().filter(each -> each.id() == engine).count());
      known += ofEngine.size();
    }
    for (int way = 0; way <= 2; way++) {
      known += fresh.removed(fresh.way(new Done(way, 0))).size();
    }
    assertThat(known).isEqualTo(all.size());
  }

  private ContainerEngine way(Done done) {
    String address = "tcp://host-" + done.way();
    return done.id() == 0 ? byAddressAlone(address) : by(address, "id-" + done.id());
  }
}
