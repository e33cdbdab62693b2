package io.github.sandboxcache.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.files.JsonTransferNotes;
import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.ImageTransfers;
import io.github.sandboxcache.domain.history.ImageState;
import io.github.sandboxcache.domain.history.Operation;
import io.github.sandboxcache.domain.history.OperationKind;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.history.ProcessIdentity;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.TransferNotes;
import io.github.sandboxcache.domain.registry.TransferReport;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.testing.FailingCall;
import io.github.sandboxcache.testing.Inspectors;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.testing.RegistryInMemory;
import io.github.sandboxcache.testing.TestLocks;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to one image while it is pulled stops no other. */
class PullingTest {
  private static final RegistryAddress REGISTRY =
      RegistryAddress.parse("registry.example.com/team").orElseThrow();

  private final Clock clock = Clock.systemUTC();

  @Test
  void anImageThatIsRemovedWhileItIsPulledStopsNoOther(@TempDir Path directory) {
    ContainerEngine engine =
        FailingCall.answering(
            ContainerEngine.class,
            new SampleEngine(SampleCache.believable(clock.instant()), clock, Duration.ZERO),
            "transfers",
            PullingTest::bringingNothing);
    TransferNotes notes = new JsonTransferNotes(directory.resolve("transfers.json"));
    SqliteLedger ledger = Ledgers.empty();
    List<CacheReference> images = List.of(image("one"), image("two"));
    Transfers transfers =
        new Transfers(
            engine,
            new RegistryInMemory(images),
            notes,
            new PassingNames(engine, notes, TestLocks.create(), clock),
            Inspectors.of(engine),
            ledger,
            new EngineJournal(engine, ledger, ledger, ProcessIdentity.current(), clock),
            clock);

    TransferReport report =
        transfers.pull(
            images, REGISTRY, Origin.COMMAND_LINE, ProgressListener.NONE, new Cancellation());

    assertThat(report.failed()).extracting(TransferReport.Transfer::image).isEqualTo(images);
    assertThat(notes.underway()).isEmpty();
    Operation noted = ledger.operations(Optional.empty(), 9).getFirst();
    assertThat(noted.plan().kind()).isEqualTo(OperationKind.PULL);
    assertThat(noted.plan().registry()).contains(REGISTRY);
    assertThat(noted.ending()).isPresent();
    assertThat(noted.images())
        .hasSize(2)
        .allMatch(each -> each.state() instanceof ImageState.Failed);
  }

  private static CacheReference image(String name) {
    return new CacheReference(Language.PYTHON, CacheKey.of(Language.PYTHON, List.of(name)).tag());
  }

  /** Says that all went well, as an engine does whose image was removed the moment it came. */
  private static ImageTransfers bringingNothing() {
    return (ImageTransfers)
        Proxy.newProxyInstance(
            ImageTransfers.class.getClassLoader(),
            new Class<?>[] {ImageTransfers.class},
            (_, method, _) ->
                switch (method.getName()) {
                  case "platform" -> Optional.empty();
                  case "removeName" -> true;
                  default -> null;
                });
  }
}
