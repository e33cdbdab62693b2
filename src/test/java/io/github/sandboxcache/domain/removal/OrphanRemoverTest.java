package io.github.sandboxcache.domain.removal;

import static io.github.sandboxcache.domain.catalog.Images.NOON;
import static io.github.sandboxcache.domain.catalog.Images.childOf;
import static io.github.sandboxcache.domain.catalog.Images.container;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static io.github.sandboxcache.domain.orphans.LeftImages.left;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import io.github.sandboxcache.domain.engine.ImageInUseException;
import io.github.sandboxcache.domain.orphans.Orphan;
import io.github.sandboxcache.domain.removal.OrphanPlan.KeptOrphan;
import io.github.sandboxcache.domain.removal.OrphanReport.Trouble;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a removal of images without a name comes to when anything may happen meanwhile. */
class OrphanRemoverTest {
  private final MeddledEngine engine = new MeddledEngine(left("1"), left("2"));
  private final Clock clock = Clock.fixed(NOON.plusSeconds(3_600), ZoneOffset.UTC);
  private final Cancellation cancellation = new Cancellation();

  private OrphanPlan plan() {
    return OrphanPlan.of(engine.catalog(), _ -> true, clock.instant());
  }

  private OrphanReport carryOut(OrphanPlan plan) {
    return new OrphanRemover(engine, engine::catalog, RemovalJournal.none(), clock)
        .remove(plan, ProgressListener.NONE, cancellation);
  }

  private static List<String> removed(OrphanReport report) {
    return report.removed().stream().map(Orphan::id).toList();
  }

  private static KeepReason only(List<KeptOrphan> kept) {
    assertThat(kept).hasSize(1);
    return kept.getFirst().reason();
  }

  @Test
  void whatIsPlannedGoesAndNothingElse() {
    engine.put(image("3"));
    OrphanReport report = carryOut(plan());
    assertThat(removed(report)).containsExactly("1", "2");
    assertThat(report.successful()).isTrue();
    assertThat(engine.images()).extracting("id").containsExactly("3");
  }

  @Test
  void aNameGivenSinceThePlanKeepsIt() {
    OrphanPlan plan = plan();
    engine.put(left("1").withReferences(List.of("mcp-sandbox-go:aaaaaaaaaaaa")));
    OrphanReport report = carryOut(plan);
    assertThat(removed(report)).containsExactly("2");
    assertThat(only(report.kept()))
        .isEqualTo(new KeepReason.Named(List.of("mcp-sandbox-go:aaaaaaaaaaaa")));
    assertThat(engine.asked()).as("not even asked for").containsExactly("2");
  }

  @Test
  void aNameGivenAtTheVeryMomentOfRemovalKeepsIt() {
    engine.atRemoval(
        "1", () -> engine.put(left("1").withReferences(List.of("team/mine:1", "team/mine:2"))));
    OrphanReport report = carryOut(plan());
    assertThat(removed(report)).containsExactly("2");
    assertThat(only(report.kept()))
        .isEqualTo(new KeepReason.Named(List.of("team/mine:1", "team/mine:2")));
  }

  @Test
  void aContainerOrAChildSinceThePlanKeepsIt() {
    OrphanPlan plan = plan();
    engine.put(container("box", "1"));
    engine.put(childOf("2", image("3", "team/app:1")));
    OrphanReport report = carryOut(plan);
    assertThat(report.removed()).isEmpty();
    assertThat(report.kept())
        .extracting(KeptOrphan::reason)
        .containsExactly(
            new KeepReason.InUse(List.of("box")), new KeepReason.ParentOf(List.of("team/app:1")));
    assertThat(engine.asked()).isEmpty();
  }

  @Test
  void aContainerWhoseImageIsNotToldMayBeMadeFromAnyOfThem() {
    OrphanPlan plan = plan();
    engine.put(container("odd", ""));
    OrphanReport report = carryOut(plan);
    assertThat(report.removed()).isEmpty();
    assertThat(report.kept())
        .extracting(KeptOrphan::reason)
        .allMatch(new KeepReason.UsesUnknown()::equals);
  }

  @Test
  void whileContainersCannotBeListedNothingGoes() {
    OrphanPlan plan = plan();
    engine.atContainerList(
        () -> {
          throw new EngineRefusedException(403, "", "no containers for you");
        });
    OrphanReport report = carryOut(plan);
    assertThat(engine.asked()).isEmpty();
    assertThat(report.failed())
        .extracting(Trouble::reason)
        .containsExactly("no containers for you", "no containers for you");
  }

  @Test
  void aRefusalOfOneDoesNotStopTheOthers() {
    engine.atRemoval(
        "1",
        () -> {
          throw new EngineRefusedException(500, "", "disk on fire");
        });
    OrphanReport report = carryOut(plan());
    assertThat(removed(report)).containsExactly("2");
    assertThat(report.failed()).extracting(Trouble::reason).containsExactly("disk on fire");
    assertThat(report.successful()).isFalse();
  }

  @Test
  void aConflictIsToldAsItsReason() {
    engine.atRemoval(
        "1",
        () -> {
          engine.put(container("late", "1"));
          throw new ImageInUseException("conflict");
        });
    assertThat(only(carryOut(plan()).kept())).isEqualTo(new KeepReason.InUse(List.of("late")));
  }

  @Test
  void anErrorAfterTheDeedIsNoFailure() {
    engine.atRemoval(
        "1",
        () -> {
          engine.drop(left("1"));
          throw new EngineRefusedException(500, "", "too late");
        });
    assertThat(removed(carryOut(plan()))).containsExactly("1", "2");
  }

  @Test
  void whatIsGoneByItsTurnIsToldSo() {
    OrphanPlan plan = plan();
    engine.drop(left("1"));
    assertThat(only(carryOut(plan).kept())).isEqualTo(new KeepReason.AlreadyGone());
  }

  @Test
  void anEngineThatIsLostIsNotAskedAgainAndNothingIsTakenForDone() {
    engine.atRemoval(
        "1",
        () -> {
          engine.atLook("1", OrphanRemoverTest::lose);
          lose();
        });
    OrphanReport report = carryOut(plan());
    assertThat(report.removed()).isEmpty();
    assertThat(report.unknown()).extracting(t -> t.orphan().id()).containsExactly("1");
    assertThat(report.failed()).extracting(t -> t.orphan().id()).containsExactly("2");
    assertThat(engine.asked()).containsExactly("1");
  }

  private static void lose() {
    throw new EngineUnreachableException("test:", "gone", new IOException("gone"));
  }

  @Test
  void eachImageIsToldWhenItsTurnIsOver() {
    List<Progress> heard = new ArrayList<>();
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void onProgress(Progress progress) {
            heard.add(progress);
          }

          @Override
          public void onLine(String line) {}
        };

    var _ =
        new OrphanRemover(engine, engine::catalog, RemovalJournal.none(), clock)
            .remove(plan(), listener, cancellation);

    assertThat(heard)
        .containsExactly(Progress.of("remove", "1", 0.5), Progress.of("remove", "2", 1.0));
  }

  @Test
  void onPodmanItStaysOnceItIsTheLastChildOfAnUntaggedImage() {
    MeddledEngine podman =
        new MeddledEngine(
            ReferenceNaming.PODMAN,
            image("0123456789abcdef"),
            childOf("0123456789abcdef", left("1")),
            childOf("0123456789abcdef", image("2", "team/app:1")));
    OrphanPlan plan = OrphanPlan.of(podman.catalog(), _ -> true, clock.instant());
    assertThat(plan.removals()).hasSize(1);

    podman.drop(image("2", "team/app:1"));

    OrphanReport report =
        new OrphanRemover(podman, podman::catalog, RemovalJournal.none(), clock)
            .remove(plan, ProgressListener.NONE, cancellation);
    assertThat(only(report.kept())).isEqualTo(new KeepReason.LastChildOf("0123456789ab"));
  }

  @Test
  void aCancellationKeepsTheRest() {
    engine.atRemoval("1", cancellation::cancel);
    OrphanReport report = carryOut(plan());
    assertThat(removed(report)).containsExactly("1");
    assertThat(only(report.kept())).isEqualTo(new KeepReason.Cancelled());
  }
}
