package io.github.sandboxcache.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.adapter.docker.DockerEngineConnector;
import io.github.sandboxcache.adapter.docker.EngineEnvironment;
import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome;
import io.github.sandboxcache.domain.history.OperationKind;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.layers.LayerStore;
import io.github.sandboxcache.domain.pins.PinsInMemory;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProcessLocks;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.Inspectors;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.testing.TestArchives;
import io.github.sandboxcache.testing.TestImages;
import io.github.sandboxcache.testing.TestLocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real engine is one by its socket and by a link to it: one history, one turn, the same pins. */
@EngineTest
class TwoWaysOnEngineTest {
  private final SqliteLedger ledger = Ledgers.empty();
  private final ProcessLocks locks = TestLocks.create();
  private final PinsInMemory pins = new PinsInMemory();
  private Path link;
  private ContainerEngine linked;

  @BeforeEach
  void reachItByALink(ContainerEngine engine, @TempDir Path directory) throws IOException {
    Path socket = Path.of(engine.description().endpoint().replaceFirst("^unix://", ""));
    link = Files.createSymbolicLink(directory.resolve("link.sock"), socket);
    Outcome outcome =
        new DockerEngineConnector(EngineEnvironment.current())
            .connect(Optional.of("unix://" + link));
    linked = ((Outcome.Connected) outcome).engine();
    assertThat(linked.description().endpoint()).isNotEqualTo(engine.description().endpoint());
  }

  @AfterEach
  void close() throws IOException {
    linked.close();
    Files.delete(link);
  }

  private CacheService service(ContainerEngine engine) {
    return new CacheService(
        engine,
        (_, _, _) -> {
          throw new AssertionError("nothing is installed here");
        },
        Inspectors.of(engine),
        ledger,
        ledger,
        pins,
        LayerStore.NONE,
        TestArchives.none(engine),
        locks,
        Clock.systemUTC());
  }

  private Removal begin(ContainerEngine engine, Cancellation cancellation) {
    return service(engine)
        .removals()
        .begin(OperationKind.REMOVE, Origin.COMMAND_LINE, ProgressListener.NONE, cancellation);
  }

  private List<String> remove(ContainerEngine engine, CacheReference reference) {
    try (Removal removal = begin(engine, new Cancellation())) {
      RemovalPlan plan = removal.plan(new RemovalPolicy.Chosen(Set.of(reference)));
      return removal.carryOut(plan, ProgressListener.NONE, new Cancellation()).removed().stream()
          .map(CachedImage::reference)
          .map(CacheReference::toString)
          .toList();
    }
  }

  @Test
  void whatIsRemovedByOneIsInTheHistoryOfBoth(ContainerEngine engine, TestImages images) {
    CacheReference reference = images.load();
    assertThat(remove(linked, reference)).containsExactly(reference.toString());
    assertThat(service(engine).installs().lastRemoved())
        .singleElement()
        .satisfies(removed -> assertThat(removed.recipe().reference()).isEqualTo(reference));
    assertThat(service(linked).installs().lastRemoved()).hasSize(1);
  }

  @Test
  void whatIsPinnedStaysByBoth(ContainerEngine engine, TestImages images) {
    CacheReference reference = images.load();
    var _ = service(engine).pins().pin(Set.of(reference));
    assertThat(remove(linked, reference)).isEmpty();
    assertThat(engine.image(reference.toString())).isPresent();
  }

  @Test
  void oneRemovesAtATime(ContainerEngine engine) {
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    try (Removal _ = begin(engine, new Cancellation())) {
      assertThatThrownBy(() -> begin(linked, cancelled)).isInstanceOf(CancellationException.class);
    }
    begin(linked, new Cancellation()).close();
  }
}
