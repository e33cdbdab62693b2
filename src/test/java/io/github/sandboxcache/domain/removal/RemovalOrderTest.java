package io.github.sandboxcache.domain.removal;

import static io.github.sandboxcache.domain.catalog.Images.childOf;
import static io.github.sandboxcache.domain.catalog.Images.container;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.engine.ContainerLife;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.pins.PinsInMemory;
import io.github.sandboxcache.domain.removal.RemovalPlan.KeptImage;
import io.github.sandboxcache.domain.removal.RemovalReport.FailedRemoval;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.testing.TestPins;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** In which order names are removed, and what may come in between. */
class RemovalOrderTest {
  private static final String A = "mcp-sandbox-go:aaaaaaaaaaaa";
  private static final String B = "mcp-sandbox-go:bbbbbbbbbbbb";
  private static final String C = "mcp-sandbox-go:cccccccccccc";

  private static void removeWhere(
      RemovalCase clear, String reference, Runnable before, Runnable after) {
    clear
        .engine()
        .onRemoval(
            asked -> {
              if (asked.equals(reference)) {
                before.run();
              }
              clear.engine().real().removeReference(asked);
              if (asked.equals(reference)) {
                after.run();
              }
            });
  }

  @Test
  void aChildGoesBeforeTheImageItWasMadeFrom() {
    RemovalCase clear =
        RemovalCase.clear(image("1", A), childOf("1", image("2", B)), childOf("2", image("3", C)));
    RemovalReport report = clear.carryOut();
    assertThat(report.removed()).hasSize(3);
    assertThat(clear.engine().removals()).containsExactly(C, B, A);
  }

  @Test
  void theImageStaysWhoseChildCouldNotBeRemoved() {
    RemovalCase clear = RemovalCase.clear(image("1", A), childOf("1", image("2", B)));
    clear
        .engine()
        .onRemoval(
            _ -> {
              throw new EngineRefusedException(500, "no");
            });
    RemovalReport report = clear.carryOut();
    assertThat(report.failed()).hasSize(1);
    assertThat(report.kept())
        .extracting(KeptImage::reason)
        .containsExactly(new KeepReason.ParentOf(List.of(B)));
    assertThat(clear.engine().removals()).containsExactly(B);
  }

  @Test
  void aChildThatGotAnotherNameMeanwhileHoldsItsParent() {
    RemovalCase clear = RemovalCase.clear(image("1", A), childOf("1", image("2", B)));
    removeWhere(
        clear,
        B,
        () -> {},
        () -> clear.engine().real().add(childOf("1", image("2", "team/keep:1"))));
    RemovalReport report = clear.carryOut();
    assertThat(report.removed()).extracting(CachedImage::engineReference).containsExactly(B);
    assertThat(report.kept())
        .extracting(KeptImage::reason)
        .containsExactly(new KeepReason.ParentOf(List.of("team/keep:1")));
  }

  @Test
  void aChildIsToldByANameThatIsStillThere() {
    RemovalCase clear = RemovalCase.clear(image("1", A));
    clear.engine().real().add(childOf("1", image("2", "team/gone:1", "team/app:1")));
    clear
        .engine()
        .onLook(
            name ->
                name.equals("team/gone:1") ? Optional.empty() : clear.engine().real().image(name));
    assertThat(clear.carryOut().kept())
        .extracting(KeptImage::reason)
        .containsExactly(new KeepReason.ParentOf(List.of("team/app:1")));
  }

  @Test
  void aChildThatSomebodyElseRemovedHoldsNothing() {
    RemovalCase clear = RemovalCase.clear(image("1", A), childOf("1", image("2", B)));
    clear.engine().real().removeReference(B);
    RemovalReport report = clear.carryOut();
    assertThat(report.removed()).extracting(CachedImage::engineReference).containsExactly(A);
    assertThat(report.kept())
        .extracting(KeptImage::reason)
        .containsExactly(new KeepReason.AlreadyGone());
  }

  @Test
  void theNamesOfOneImageAreRemovedOneAfterTheOther() {
    RemovalCase clear = RemovalCase.clear(image("1", A, B, C));
    Map<String, Thread> workers = new ConcurrentHashMap<>();
    clear
        .engine()
        .onRemoval(
            reference -> {
              workers.put(reference, Thread.currentThread());
              clear.engine().real().removeReference(reference);
            });
    RemovalReport report = clear.carryOut();
    assertThat(report.removed()).hasSize(3);
    assertThat(report.kept()).isEmpty();
    assertThat(workers.values()).hasSize(3).containsOnly(workers.get(A));
  }

  @Test
  void anImageInUseKeepsAllItsNames() {
    RemovalCase clear = RemovalCase.clear(image("1", A, B));
    clear
        .engine()
        .real()
        .begin(new ContainerLife(container("job", "1"), Instant.EPOCH, Optional.empty()));
    // Of several names an engine takes one even while a container uses the image.
    clear.engine().onRemoval(_ -> {});
    assertThat(clear.carryOut().kept())
        .extracting(KeptImage::reason)
        .containsExactly(
            new KeepReason.InUse(List.of("job")), new KeepReason.InUse(List.of("job")));
    assertThat(clear.engine().removals()).isEmpty();
  }

  @Test
  void anImageThatLosesItsLastNameIsLeftToTheEnginesOwnRefusal() {
    RemovalCase clear = RemovalCase.clear(image("1", A));
    clear
        .engine()
        .real()
        .begin(new ContainerLife(container("job", "1"), Instant.EPOCH, Optional.empty()));
    assertThat(clear.carryOut().kept())
        .extracting(KeptImage::reason)
        .containsExactly(new KeepReason.InUse(List.of("job")));
    assertThat(clear.engine().removals()).containsExactly(A);
  }

  @Test
  void aPinSetAfterThePlanKeepsItsImage() {
    PinsInMemory pins = new PinsInMemory();
    RemovalCase clear = RemovalCase.clear(image("1", A), image("2", B)).with(pins);
    var _ = pins.pin(List.of(clear.plan().removals().getFirst().reference()));
    RemovalReport report = clear.carryOut();
    assertThat(report.kept())
        .extracting(KeptImage::reason)
        .containsExactly(new KeepReason.Pinned());
    assertThat(clear.engine().removals()).containsExactly(B);
  }

  @Test
  void pinsThatCannotBeReadAnyMoreKeepEverything() {
    TestPins damaged = new TestPins();
    damaged.damage();
    RemovalCase clear = RemovalCase.clear(image("1", A), image("2", B)).with(damaged);
    RemovalReport report = clear.carryOut();
    assertThat(report.removed()).isEmpty();
    assertThat(report.failed())
        .extracting(FailedRemoval::reason)
        .allSatisfy(reason -> assertThat(reason).contains("pins.json", "damaged"));
    assertThat(clear.engine().removals()).isEmpty();
  }

  @Test
  void anImageGoneBeforeItsTurnIsNotAskedFor() {
    RemovalCase clear = RemovalCase.clear(image("1", A), image("2", B));
    clear.engine().real().removeReference(A);
    RemovalReport report = clear.carryOut();
    assertThat(report.kept())
        .extracting(KeptImage::reason)
        .containsExactly(new KeepReason.AlreadyGone());
    assertThat(clear.engine().removals()).containsExactly(B);
  }

  @Test
  void aNameThatVanishesWhileItIsLookedAtIsGone() {
    RemovalCase clear = RemovalCase.clear(image("1", A));
    clear.engine().onLook(_ -> Optional.of(image("1", "team/keep:1")));
    assertThat(clear.carryOut().kept())
        .extracting(KeptImage::reason)
        .containsExactly(new KeepReason.AlreadyGone());
    assertThat(clear.engine().removals()).isEmpty();
  }

  @Test
  void progressCountsWhatIsDoneAndNotWhatIsCancelled() {
    List<Progress> heard = new ArrayList<>();
    RemovalCase clear =
        RemovalCase.clear(image("1", A), childOf("1", image("2", B)))
            .with(
                new ProgressListener() {
                  @Override
                  public void onProgress(Progress progress) {
                    heard.add(progress);
                  }

                  @Override
                  public void onLine(String line) {}
                });
    removeWhere(clear, B, () -> clear.cancellation().cancel(), () -> {});
    RemovalReport report = clear.carryOut();
    assertThat(report.removed()).extracting(CachedImage::engineReference).containsExactly(B);
    assertThat(report.kept())
        .extracting(KeptImage::reason)
        .containsExactly(new KeepReason.Cancelled());
    assertThat(heard)
        .singleElement()
        .satisfies(progress -> assertThat(progress.fraction()).hasValue(0.5));
  }

  @Test
  void eachRemovalIsInTheJournalBeforeTheEngineHearsOfIt() {
    RemovalCase clear = RemovalCase.clear(image("1", A));
    List<String> known = new ArrayList<>();
    removeWhere(clear, A, () -> known.addAll(clear.journal()), () -> {});
    RemovalReport report = clear.carryOut();
    assertThat(report.removed()).hasSize(1);
    assertThat(known).containsExactly("asking " + A);
    assertThat(clear.journal()).containsExactly("asking " + A, "removed " + A);
  }
}
