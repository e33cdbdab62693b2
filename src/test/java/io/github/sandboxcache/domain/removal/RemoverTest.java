package io.github.sandboxcache.domain.removal;

import static io.github.sandboxcache.domain.catalog.Images.NOON;
import static io.github.sandboxcache.domain.catalog.Images.container;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.domain.archives.ArchiveException;
import io.github.sandboxcache.domain.archives.ArchiveTrouble;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.catalog.Images;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.pins.PinStore;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.pins.PinsInMemory;
import io.github.sandboxcache.domain.removal.RemovalPlan.KeptImage;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Everything;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What was announced is looked at again, image by image, just before it goes. */
class RemoverTest {
  private final PinStore pins = new PinsInMemory();

  private static final String A = "mcp-sandbox-go:aaaaaaaaaaaa";
  private static final String B = "mcp-sandbox-go:bbbbbbbbbbbb";

  @Test
  void whatWasAnnouncedGoesAndNothingElse() {
    SampleEngine engine = engine(List.of(), image("1", A), image("2", "mcp-sandbox-go:base"));
    RemovalPlan plan = RemovalPlan.of(list(engine), new Everything(), Pins.Known.NONE);
    engine.add(image("3", B));
    RemovalReport report = remove(engine, plan);
    assertThat(report.removed()).extracting(CachedImage::engineReference).containsExactly(A);
    assertThat(engine.images()).extracting(EngineImage::id).containsExactly("2", "3");
  }

  @Test
  void anImageTakenIntoUseSinceThePlanStays() {
    SampleEngine before = engine(List.of(), image("1", A));
    RemovalPlan plan = RemovalPlan.of(list(before), new Everything(), Pins.Known.NONE);
    SampleEngine now = engine(List.of(container("job", "1")), image("1", A));
    assertThat(remove(now, plan).kept())
        .extracting(KeptImage::reason)
        .containsExactly(new KeepReason.InUse(List.of("job")));
    assertThat(now.images()).hasSize(1);
  }

  @Test
  void aTagThatNamesAnotherImageSinceThePlanStays() {
    RemovalPlan plan =
        RemovalPlan.of(Images.catalog(image("1", A)), new Everything(), Pins.Known.NONE);
    SampleEngine now = engine(List.of(), image("2", A));
    assertThat(remove(now, plan).kept())
        .extracting(KeptImage::reason)
        .containsExactly(new KeepReason.Changed());
    assertThat(now.images()).hasSize(1);
  }

  @Test
  void anImageThatSomebodyElseRemovedIsNoFailure() {
    RemovalPlan plan =
        RemovalPlan.of(Images.catalog(image("1", A)), new Everything(), Pins.Known.NONE);
    RemovalReport report = remove(engine(List.of()), plan);
    assertThat(report.successful()).isTrue();
    assertThat(report.kept())
        .extracting(KeptImage::reason)
        .containsExactly(new KeepReason.AlreadyGone());
  }

  @Test
  void anImageUsedSinceThePlanStaysAndTheOthersGo() {
    SampleEngine engine = engine(List.of(), image("1", A), image("2", B));
    RemovalPlan plan =
        RemovalPlan.of(list(engine), new RemovalPolicy.Everything(), Pins.Known.NONE);

    RemovalReport report =
        new Remover(
                engine,
                () -> list(engine),
                pins,
                RemovalJournal.none(),
                image -> image.engineReference().equals(A),
                Optional.empty())
            .remove(plan, ProgressListener.NONE, new Cancellation());

    assertThat(report.removed()).extracting(CachedImage::engineReference).containsExactly(B);
    assertThat(report.kept())
        .extracting(RemovalPlan.KeptImage::reason)
        .containsExactly(new KeepReason.UsedMeanwhile());
  }

  private RemovalReport removeArchiving(SampleEngine engine, Consumer<CachedImage> archiving) {
    RemovalPlan plan =
        RemovalPlan.of(list(engine), new RemovalPolicy.Everything(), Pins.Known.NONE);
    return new Remover(
            engine,
            () -> list(engine),
            pins,
            RemovalJournal.none(),
            _ -> false,
            Optional.of(archiving))
        .remove(plan, ProgressListener.NONE, new Cancellation());
  }

  private static List<KeepReason> reasons(RemovalReport report) {
    return report.kept().stream().map(RemovalPlan.KeptImage::reason).toList();
  }

  @Test
  void eachImageIsArchivedWhileTheEngineStillHasIt() {
    SampleEngine engine = engine(List.of(), image("1", A), image("2", B));
    List<String> there = new CopyOnWriteArrayList<>();

    RemovalReport report =
        removeArchiving(
            engine,
            image -> {
              assertThat(engine.image(image.engineReference())).isPresent();
              there.add(image.engineReference());
            });

    assertThat(report.removed()).hasSize(2);
    assertThat(there).containsExactlyInAnyOrder(A, B);
  }

  @Test
  void anImageThatCannotBeArchivedStaysAndTheOthersGo() {
    SampleEngine engine = engine(List.of(), image("1", A), image("2", B));
    ArchiveTrouble trouble = ArchiveTrouble.of(ArchiveTrouble.Kind.DISK_LOW);

    RemovalReport report =
        removeArchiving(
            engine,
            image -> {
              if (image.engineReference().equals(A)) {
                throw new ArchiveException(trouble);
              }
            });

    assertThat(report.removed()).extracting(CachedImage::engineReference).containsExactly(B);
    assertThat(reasons(report)).containsExactly(new KeepReason.NotArchived(trouble));
    assertThat(engine.image(A)).isPresent();
  }

  /** Archiving takes its time, in which somebody may pin it. */
  @Test
  void whatChangesWhileAnImageIsArchivedKeepsIt() {
    SampleEngine engine = engine(List.of(), image("1", A));

    RemovalReport report =
        removeArchiving(
            engine,
            image -> {
              Set<CacheReference> _ = pins.pin(Set.of(image.reference()));
            });

    assertThat(report.removed()).isEmpty();
    assertThat(reasons(report)).containsExactly(new KeepReason.Pinned());
  }

  @Test
  void aChildMadeSinceThePlanHoldsItsParent() {
    SampleEngine engine = engine(List.of(), image("1", A));
    RemovalPlan plan = RemovalPlan.of(list(engine), new Everything(), Pins.Known.NONE);
    engine.add(Images.childOf("1", image("2", B)));
    assertThat(remove(engine, plan).kept())
        .extracting(KeptImage::reason)
        .containsExactly(new KeepReason.ParentOf(List.of(B)));
  }

  @Test
  void aForeignTagOnTheSameImageSurvives() {
    SampleEngine engine = engine(List.of(), image("1", A, "team/keep:1"));
    remove(engine, RemovalPlan.of(list(engine), new Everything(), Pins.Known.NONE));
    assertThat(engine.images())
        .extracting(EngineImage::references)
        .containsExactly(List.of("team/keep:1"));
  }

  @Test
  void oneThatFailsNeverStopsTheOthersAndIsToldWithItsReason() {
    SampleEngine engine = engine(List.of(), image("1", A), image("2", B));
    RemovalPlan plan = RemovalPlan.of(list(engine), new Everything(), Pins.Known.NONE);
    ScriptedEngine refusing =
        new ScriptedEngine(engine)
            .onRemoval(
                reference -> {
                  if (reference.equals(A)) {
                    throw new EngineRefusedException(500, "disk on fire");
                  }
                  engine.removeReference(reference);
                });
    RemovalReport report =
        new Remover(
                refusing,
                () -> list(engine),
                pins,
                RemovalJournal.none(),
                _ -> false,
                Optional.empty())
            .remove(plan, ProgressListener.NONE, new Cancellation());
    assertThat(report.successful()).isFalse();
    assertThat(report.failed())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.image().engineReference()).isEqualTo(A);
              assertThat(failure.reason()).isEqualTo("disk on fire");
            });
    assertThat(report.removed()).extracting(CachedImage::engineReference).containsExactly(B);
  }

  @Test
  void afterACancellationTheRestStays() {
    SampleEngine engine = engine(List.of(), image("1", A), image("2", B));
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    RemovalReport report =
        new Remover(
                engine,
                () -> list(engine),
                pins,
                RemovalJournal.none(),
                _ -> false,
                Optional.empty())
            .remove(
                RemovalPlan.of(list(engine), new Everything(), Pins.Known.NONE),
                ProgressListener.NONE,
                cancelled);
    assertThat(report.removed()).isEmpty();
    assertThat(report.kept())
        .extracting(KeptImage::reason)
        .containsOnly(new KeepReason.Cancelled());
  }

  @Test
  void progressEndsAtTheWholeOfThePlan() {
    SampleEngine engine = engine(List.of(), image("1", A), image("2", B));
    List<Progress> heard = new ArrayList<>();
    new Remover(
            engine, () -> list(engine), pins, RemovalJournal.none(), _ -> false, Optional.empty())
        .remove(
            RemovalPlan.of(list(engine), new Everything(), Pins.Known.NONE),
            new ProgressListener() {
              @Override
              public void onProgress(Progress progress) {
                heard.add(progress);
              }

              @Override
              public void onLine(String line) {}
            },
            new Cancellation());
    assertThat(heard).hasSize(2);
    assertThat(heard.getLast().fraction()).hasValue(1);
  }

  private RemovalReport remove(SampleEngine engine, RemovalPlan plan) {
    return new Remover(
            engine, () -> list(engine), pins, RemovalJournal.none(), _ -> false, Optional.empty())
        .remove(plan, ProgressListener.NONE, new Cancellation());
  }

  private static SampleEngine engine(List<EngineContainer> containers, EngineImage... images) {
    return new SampleEngine(
        new SampleCache(List.of(images), containers),
        Clock.fixed(NOON, ZoneOffset.UTC),
        Duration.ZERO);
  }

  private static Catalog list(SampleEngine engine) {
    return Catalog.of(
        new EngineSnapshot(engine.images(), engine.containers(), engine.description().naming()));
  }
}
