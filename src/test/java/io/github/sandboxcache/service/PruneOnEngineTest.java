package io.github.sandboxcache.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.files.JsonFile;
import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.layers.LayerStore;
import io.github.sandboxcache.domain.pins.PinsInMemory;
import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepUsed;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Prune;
import io.github.sandboxcache.domain.removal.RemovalReport;
import io.github.sandboxcache.domain.settings.AutomaticDecision;
import io.github.sandboxcache.domain.settings.AutomaticDecision.Trigger;
import io.github.sandboxcache.domain.settings.AutomaticSetting;
import io.github.sandboxcache.domain.settings.PruneSetting;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.ImageArchive;
import io.github.sandboxcache.testing.Inspectors;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.testing.TestArchives;
import io.github.sandboxcache.testing.TestImages;
import io.github.sandboxcache.testing.TestLocks;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes between the preview of a prune and the prune is kept and told. */
@EngineTest
class PruneOnEngineTest {
  private final SqliteLedger ledger = Ledgers.empty();
  private final PinsInMemory pins = new PinsInMemory();

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
        TestLocks.create(),
        Clock.systemUTC());
  }

  private void record(FactKind kind, CacheReference image, Instant time) {
    int _ =
        ledger.record(
            List.of(
                UsageFact.of(time, kind, image, FactSource.log("test"), FactIdentity.random())));
  }

  private static Map<CacheReference, KeepReason> reasons(RemovalReport report) {
    Map<CacheReference, KeepReason> reasons = new HashMap<>();
    report.kept().forEach(kept -> reasons.put(kept.image().reference(), kept.reason()));
    return reasons;
  }

  @Test
  void fiveThatChangeStayWithTheirReasonsAndTheOthersFreeWhatWasAnnounced(
      ContainerEngine engine, TestImages images) {
    List<CacheReference> all =
        IntStream.range(0, 8)
            .mapToObj(i -> images.load(new ImageArchive().file("data", new byte[9_000 * (i + 1)])))
            .toList();
    all.forEach(image -> record(FactKind.HIT, image, Instant.now().minus(Duration.ofDays(40))));
    CacheService service = service(engine);
    Prune policy = new Prune(new KeepUsed(0), Map.of(), Set.of(images.language()), Set.of());
    Catalog previewed = service.measured(service.list());
    RemovalPlan plan = RemovalPlan.of(previewed, policy, pins.read(), service.recentUses());
    assertThat(plan.removals()).as("%s", plan.kept()).hasSize(8);

    String container = images.container(all.get(0).toString());
    images.tag(all.get(1), "team/" + images.language().name(), "1");
    images.loadAs(new ImageArchive().file("data", new byte[7]), all.get(1).toString());
    images.untag(all.get(2).toString());
    Set<CacheReference> _ = pins.pin(Set.of(all.get(3)));
    record(FactKind.HIT, all.get(4), Instant.now());
    RemovalReport report =
        service.removals().remove(plan, Origin.WINDOW, ProgressListener.NONE, new Cancellation());

    assertThat(report.removed())
        .extracting(image -> image.reference())
        .containsExactlyInAnyOrderElementsOf(all.subList(5, 8));
    Map<CacheReference, KeepReason> reasons = reasons(report);
    assertThat(reasons.get(all.get(0))).isInstanceOf(KeepReason.InUse.class);
    assertThat(reasons.get(all.get(1))).isEqualTo(new KeepReason.Changed());
    assertThat(reasons.get(all.get(2))).isEqualTo(new KeepReason.AlreadyGone());
    assertThat(reasons.get(all.get(3))).isEqualTo(new KeepReason.Pinned());
    assertThat(reasons.get(all.get(4))).isEqualTo(new KeepReason.UsedMeanwhile());
    assertThat(report.failed()).isEmpty();
    assertThat(report.freed()).isEqualTo(plan.withOnly(report.removed()).frees());
    assertThat(report.unexplainedBytes().orElse(0)).isZero();
    assertThat(Stream.of(0, 1, 3, 4).map(all::get))
        .allMatch(image -> images.exists(image.toString()));
    assertThat(images.hasContainer(container)).isTrue();
  }

  /** Decided for what an engine has, done by the approved rule, and told in the journal. */
  @Test
  void aPruneByItselfRemovesWhatTheApprovedRuleSaysAndStandsInTheJournal(
      ContainerEngine engine, TestImages images, @TempDir Path directory) {
    CacheReference forgotten = images.load(new ImageArchive().file("data", new byte[9_000]));
    CacheReference used = images.load(new ImageArchive().file("data", new byte[9_001]));
    record(FactKind.HIT, forgotten, Instant.now().minus(Duration.ofDays(40)));
    record(FactKind.HIT, used, Instant.now());
    Settings settings =
        Settings.DEFAULT
            .withPrune(Optional.of(new PruneSetting(PruneSetting.Kind.USED, 1)))
            .withAutomatic(AutomaticSetting.OFF.approve(new KeepUsed(1)));
    CacheService service = service(engine);
    AutomaticDecision decision;
    try (AutomaticPrune window =
        new AutomaticPrune(
            () -> settings,
            JsonFile.of(directory.resolve("last.json"), AutomaticPrune.LastRun.class),
            Clock.systemUTC(),
            _ -> {})) {
      decision = window.look(service);
    }
    assertThat(decision).isEqualTo(new AutomaticDecision.Run(new KeepUsed(1), Trigger.DAILY));

    // Other images of this engine are not this test's to remove.
    Prune policy = new Prune(new KeepUsed(1), Map.of(), Set.of(images.language()), Set.of());
    RemovalPlan plan =
        RemovalPlan.of(service.measured(service.list()), policy, pins.read(), service.recentUses());
    RemovalReport report =
        service
            .removals()
            .remove(plan, Origin.AUTOMATIC, ProgressListener.NONE, new Cancellation());

    assertThat(report.removed()).extracting(CachedImage::reference).containsExactly(forgotten);
    assertThat(images.exists(used.toString())).isTrue();
    assertThat(ledger.operations(Optional.empty(), 9))
        .singleElement()
        .satisfies(operation -> assertThat(operation.plan().origin()).isEqualTo(Origin.AUTOMATIC));
  }
}
