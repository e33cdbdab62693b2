package io.github.sandboxcache.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.adapter.files.JsonTransferNotes;
import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.history.ImageState;
import io.github.sandboxcache.domain.history.OperationImage;
import io.github.sandboxcache.domain.history.OperationKind;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.registry.Presence;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RemoteImage;
import io.github.sandboxcache.domain.registry.RemotePrune;
import io.github.sandboxcache.domain.registry.RemoteReference;
import io.github.sandboxcache.domain.registry.TeamCache;
import io.github.sandboxcache.domain.registry.TransferNotes;
import io.github.sandboxcache.domain.registry.TransferNotes.Passing;
import io.github.sandboxcache.domain.registry.TransferOutcome;
import io.github.sandboxcache.domain.registry.TransferOutcome.KeyVerdict;
import io.github.sandboxcache.domain.registry.TransferProblem;
import io.github.sandboxcache.domain.registry.TransferReport;
import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.removal.RemovalReport;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.testing.CountingProxy;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.ImageArchive;
import io.github.sandboxcache.testing.TestImages;
import io.github.sandboxcache.testing.TestLocks;
import io.github.sandboxcache.testing.TestRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images go to a real registry and come back as they were, and nothing of the way stays. */
@EngineTest
class TransfersOnEngineTest {
  @TempDir private Path directory;

  private TestRegistry registry;
  private RegistryAddress team;
  private TransferNotes notes;
  private CacheService service;

  @BeforeEach
  void start(ContainerEngine engine) throws IOException {
    registry = TestRegistry.open(directory);
    team = new RegistryAddress(registry.address(), "team/cache");
    notes = new JsonTransferNotes(directory.resolve("transfers.json"));
    service = RegistryServices.of(engine, notes, TestLocks.create());
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  private RemoteReference there(CacheReference image) {
    return new RemoteReference(team, image);
  }

  private TransferReport push(List<CacheReference> images, boolean withSessionFiles) {
    return service
        .transfers()
        .push(
            images,
            team,
            service::list,
            withSessionFiles,
            Origin.COMMAND_LINE,
            ProgressListener.NONE,
            new Cancellation());
  }

  private TransferOutcome push(CacheReference image) {
    return push(List.of(image), false).done().getFirst().outcome();
  }

  private TransferOutcome pull(CacheReference image) {
    return service
        .transfers()
        .pull(List.of(image), team, Origin.COMMAND_LINE, ProgressListener.NONE, new Cancellation())
        .done()
        .getFirst()
        .outcome();
  }

  private List<RemoteImage> atRegistry(CacheReference image) {
    return service
        .transfers()
        .look(List.of(image), team, ProgressListener.NONE, new Cancellation());
  }

  private static ImageArchive labelled(TestImages images, List<String> packages) {
    return new ImageArchive()
        .config("Labels", ImageLabels.of(images.language(), packages, "base", "sha256:0", "1"));
  }

  private static CacheReference ofPackages(TestImages images, List<String> packages) {
    return CacheReference.of(images.language(), CacheKey.of(images.language(), packages));
  }

  @Test
  void anImageComesBackWithItsLayersAndItsPackages(ContainerEngine engine, TestImages images) {
    List<String> packages = List.of("requests");
    CacheReference image = ofPackages(images, packages);
    images.loadAs(labelled(images, packages), image.toString());
    EngineImage before = engine.image(image.toString()).orElseThrow();
    List<String> layers = engine.layers(before.id()).diffIds();

    assertThat(push(image)).isInstanceOf(TransferOutcome.Pushed.class);
    EngineImage after = engine.image(image.toString()).orElseThrow();
    assertThat(after.references()).as("no name of the registry stays").hasSize(1);
    assertThat(atRegistry(image).getFirst().packages()).contains(packages);

    images.untag(image.toString());
    assertThat(engine.image(image.toString())).isEmpty();
    assertThat(pull(image))
        .isInstanceOfSatisfying(
            TransferOutcome.Pulled.class,
            pulled -> {
              assertThat(pulled.verdict()).isEqualTo(KeyVerdict.PROVEN);
              assertThat(pulled.digest()).isEqualTo(atRegistry(image).getFirst().digest());
            });

    EngineImage back = engine.image(image.toString()).orElseThrow();
    assertThat(engine.layers(back.id()).diffIds()).isEqualTo(layers);
    assertThat(back.references()).as("no name of the registry stays").hasSize(1);
    assertThat(notes.underway()).isEmpty();
    TeamCache known = service.transfers().known(Optional.of(team));
    assertThat(known.origin(image, back.id()).orElseThrow().reference()).isEqualTo(there(image));
    assertThat(known.presence(image)).isInstanceOf(Presence.There.class);
    assertThat(pull(image)).isEqualTo(new TransferOutcome.AlreadyHere());
  }

  @Test
  void whoWasFirstWins(ContainerEngine engine, TestImages images) {
    CacheReference image = images.load(new ImageArchive().file("first", new byte[10]));
    assertThat(push(image)).isInstanceOf(TransferOutcome.Pushed.class);
    assertThat(push(image)).isEqualTo(new TransferOutcome.AlreadyThere(true));
    String digest = atRegistry(image).getFirst().digest();

    images.untag(image.toString());
    images.loadAs(new ImageArchive().file("second", new byte[10]), image.toString());

    assertThat(push(image)).isEqualTo(new TransferOutcome.AlreadyThere(false));
    assertThat(atRegistry(image).getFirst().digest()).isEqualTo(digest);
    assertThat(engine.image(image.toString())).isPresent();
  }

  @Test
  void filesOfASessionAreNotSentUnlessThatIsMeant(TestImages images) throws IOException {
    CacheReference base = images.load(new ImageArchive().file("base", new byte[10]));
    CacheReference image = images.newReference();
    images.saveSession(base.toString(), Map.of("workspace/secret.txt", new byte[42]), image);

    assertThat(push(image))
        .isEqualTo(new TransferOutcome.Failed(new TransferProblem.SessionFiles(1, 42)));
    assertThat(atRegistry(image)).isEmpty();

    assertThat(push(List.of(image), true).moved()).hasSize(1);
    assertThat(atRegistry(image)).hasSize(1);
  }

  @Test
  void oneThatFailsNeverStopsTheOthers(TestImages images) {
    CacheReference missing = images.newReference();
    CacheReference image = images.load();

    TransferReport report = push(List.of(missing, image), false);

    assertThat(report.failed())
        .extracting(TransferReport.Transfer::outcome)
        .containsExactly(new TransferOutcome.Failed(new TransferProblem.NotHere()));
    assertThat(report.moved()).hasSize(1);
    assertThat(
            service.operations().operations(Optional.empty(), 1).getFirst().images().stream()
                .map(OperationImage::state))
        .as("the journal says the same")
        .containsExactly(
            new ImageState.Kept(new KeepReason.NotMoved(KeepReason.NotMoved.Why.NOT_HERE)),
            new ImageState.Done());
    assertThat(pull(missing)).isEqualTo(new TransferOutcome.Failed(new TransferProblem.NotThere()));
  }

  @Test
  void aNameThatAKilledPushLeftKeepsNoImage(ContainerEngine engine, TestImages images) {
    CacheReference image = images.load();
    String id = engine.image(image.toString()).orElseThrow().id();
    assertThat(
            notes.begin(new Passing(engine.description().endpoint(), there(image), Instant.now())))
        .isTrue();
    engine.transfers().name(id, there(image));
    assertThat(engine.image(id).orElseThrow().references()).hasSize(2);

    RemovalReport report = remove(image);

    assertThat(report.removed()).hasSize(1);
    assertThat(engine.image(id)).isEmpty();
    assertThat(notes.underway()).isEmpty();
  }

  private RemovalReport remove(CacheReference image) {
    try (Removal removal =
        service
            .removals()
            .begin(
                OperationKind.REMOVE,
                Origin.COMMAND_LINE,
                ProgressListener.NONE,
                new Cancellation())) {
      RemovalPlan plan =
          RemovalPlan.of(
              removal.catalog(),
              new RemovalPolicy.Chosen(Set.of(image)),
              Pins.Known.NONE,
              Optional.empty());
      return removal.carryOut(plan, ProgressListener.NONE, new Cancellation());
    }
  }

  @Test
  void whatAKilledPullLeftIsRemovedByTheNextTransfer(ContainerEngine engine, TestImages images) {
    CacheReference image = images.load();
    String id = engine.image(image.toString()).orElseThrow().id();
    assertThat(
            notes.begin(new Passing(engine.description().endpoint(), there(image), Instant.now())))
        .isTrue();
    engine.transfers().name(id, there(image));
    images.untag(image.toString());
    assertThat(engine.image(id)).isPresent();

    assertThat(pull(image)).isEqualTo(new TransferOutcome.Failed(new TransferProblem.NotThere()));

    assertThat(engine.image(id)).isEmpty();
    assertThat(notes.underway()).isEmpty();
  }

  @Test
  void aNameThatSomebodyGaveStays(ContainerEngine engine, TestImages images) {
    CacheReference image = images.load();
    images.tag(image, there(image).name(), image.tag());

    assertThat(push(image)).isInstanceOf(TransferOutcome.Pushed.class);

    assertThat(engine.image(there(image).toString())).isPresent();
    images.untag(image.toString());
    assertThat(pull(image)).isEqualTo(new TransferOutcome.Failed(new TransferProblem.NameTaken()));
    assertThat(engine.image(there(image).toString())).isPresent();
  }

  @Test
  void anImageForAnotherPlatformIsNotKept(ContainerEngine engine, TestImages images) {
    CacheReference image = images.newReference();
    images.loadAs(new ImageArchive().architecture("s390x"), image.toString());
    assertThat(push(image)).isInstanceOf(TransferOutcome.Pushed.class);
    images.untag(image.toString());

    assertThat(pull(image))
        .isInstanceOfSatisfying(
            TransferOutcome.Failed.class,
            failed ->
                assertThat(failed.problem()).isInstanceOf(TransferProblem.OtherPlatform.class));
    assertThat(engine.image(image.toString())).isEmpty();
    assertThat(engine.image(there(image).toString())).isEmpty();
  }

  @Test
  void aLabelThatLiesIsTold(TestImages images) {
    CacheReference image = images.newReference();
    images.loadAs(labelled(images, List.of("something-else")), image.toString());
    assertThat(push(image)).isInstanceOf(TransferOutcome.Pushed.class);
    images.untag(image.toString());

    assertThat(pull(image))
        .isInstanceOfSatisfying(
            TransferOutcome.Pulled.class,
            pulled -> assertThat(pulled.verdict()).isEqualTo(KeyVerdict.CONTRADICTED));
  }

  @Test
  void aCancelledPushLeavesNothing(ContainerEngine engine, TestImages images) {
    byte[] large = new byte[4_000_000];
    new Random(1).nextBytes(large);
    CacheReference image = images.load(new ImageArchive().file("large", large));
    Cancellation cancellation = new Cancellation();
    ProgressListener cancels =
        new ProgressListener() {
          @Override
          public void onProgress(Progress progress) {
            if (progress.step().equals("push") && !progress.detail().isEmpty()) {
              cancellation.cancel();
            }
          }

          @Override
          public void onLine(String line) {}
        };

    assertThatThrownBy(
            () ->
                service
                    .transfers()
                    .push(
                        List.of(image),
                        team,
                        service::list,
                        false,
                        Origin.WINDOW,
                        cancels,
                        cancellation))
        .isInstanceOf(CancellationException.class);

    assertThat(engine.image(image.toString()).orElseThrow().references()).hasSize(1);
    assertThat(notes.underway()).isEmpty();
    assertThat(push(image)).isInstanceOf(TransferOutcome.Pushed.class);
  }

  @Test
  void aBaseOfManyImagesIsSentOnce(TestImages images) throws IOException {
    byte[] content = new byte[3_000_000];
    new Random(2).nextBytes(content);
    CacheReference base = images.load(new ImageArchive().file("base", content));
    List<CacheReference> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      all.add(images.child(base, 1000));
    }
    Catalog listed = service.list();
    try (CountingProxy counted = new CountingProxy(registry.address())) {
      RegistryAddress through = new RegistryAddress(counted.address(), "team/cache");

      TransferReport report =
          service
              .transfers()
              .push(
                  all,
                  through,
                  () -> listed,
                  false,
                  Origin.WINDOW,
                  ProgressListener.NONE,
                  new Cancellation());

      assertThat(report.failed()).isEmpty();
      assertThat(report.moved()).hasSize(100);
      assertThat(counted.sentBytes())
          .as("the base, and little for each image")
          .isBetween(3_000_000L, 3_000_000L + 100 * 20_000L);
    }
  }

  @Test
  void whatIsRemovedFromTheRegistryIsWhatWasSeenThere(TestImages images) {
    CacheReference image = images.load(new ImageArchive().file("first", new byte[10]));
    CacheReference other = images.load(new ImageArchive().file("other", new byte[10]));
    assertThat(push(List.of(image, other), false).moved()).hasSize(2);
    RemoteImage seen = atRegistry(image).getFirst();
    RemoteImage changed =
        new RemoteImage(there(other), "sha256:" + "0".repeat(64), seen.platforms(), seen.content());

    List<RemotePrune.Removal> did =
        service
            .transfers()
            .remove(List.of(seen, changed), ProgressListener.NONE, new Cancellation());

    assertThat(did)
        .extracting(RemotePrune.Removal::problem)
        .containsExactly(Optional.empty(), Optional.of(new TransferProblem.ChangedThere()));
    assertThat(atRegistry(image)).isEmpty();
    assertThat(atRegistry(other)).hasSize(1);
    TeamCache known = service.transfers().known(Optional.of(team));
    assertThat(known.presence(image)).isEqualTo(new Presence.Unknown());
    assertThat(known.presence(other)).isInstanceOf(Presence.There.class);
    assertThat(push(image)).isInstanceOf(TransferOutcome.Pushed.class);
  }

  @Test
  void aRegistryThatIsGoneIsToldForEachImage(TestImages images) {
    CacheReference image = images.load();
    registry.close();

    assertThat(push(image))
        .isInstanceOfSatisfying(
            TransferOutcome.Failed.class,
            failed -> assertThat(failed.problem()).isInstanceOf(TransferProblem.Registry.class));
  }
}
