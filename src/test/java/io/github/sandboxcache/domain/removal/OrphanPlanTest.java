package io.github.sandboxcache.domain.removal;

import static io.github.sandboxcache.domain.catalog.Images.NOON;
import static io.github.sandboxcache.domain.catalog.Images.at;
import static io.github.sandboxcache.domain.catalog.Images.catalog;
import static io.github.sandboxcache.domain.catalog.Images.childOf;
import static io.github.sandboxcache.domain.catalog.Images.container;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static io.github.sandboxcache.domain.catalog.Images.measured;
import static io.github.sandboxcache.domain.catalog.Images.undated;
import static io.github.sandboxcache.domain.orphans.LeftImages.left;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.Containers;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.layers.Accuracy;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.orphans.LeftImages;
import io.github.sandboxcache.domain.orphans.Orphan;
import io.github.sandboxcache.domain.orphans.Orphans;
import io.github.sandboxcache.domain.removal.OrphanPlan.KeptOrphan;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Which images without a name a removal would take, and why others stay. */
class OrphanPlanTest {
  private static final Instant LATER = NOON.plusSeconds(3_600);

  private static OrphanPlan plan(Catalog catalog) {
    return OrphanPlan.of(catalog, _ -> true, LATER);
  }

  private static List<KeepReason> reasons(OrphanPlan plan) {
    return plan.kept().stream().map(KeptOrphan::reason).toList();
  }

  @Test
  void onlyWhatIsChosenGoes() {
    OrphanPlan plan = OrphanPlan.of(catalog(left("1"), left("2")), o -> o.id().equals("2"), LATER);
    assertThat(plan.removals()).extracting(Orphan::id).containsExactly("2");
    assertThat(plan.kept()).isEmpty();
  }

  @Test
  void aContainerKeepsItsImage() {
    OrphanPlan plan = plan(catalog(List.of(container("box", "1")), left("1")));
    assertThat(plan.removals()).isEmpty();
    assertThat(reasons(plan)).containsExactly(new KeepReason.InUse(List.of("box")));
  }

  @Test
  void whileContainersAreNotKnownNothingGoes() {
    Catalog listed = catalog(left("1"), left("2"));
    OrphanPlan plan =
        plan(Catalog.of(listed.snapshot().withContainers(new Containers.Unknown("forbidden"))));
    assertThat(plan.removals()).isEmpty();
    assertThat(reasons(plan)).hasSize(2).allMatch(new KeepReason.UsesUnknown()::equals);
  }

  @Test
  void whatMayBeAboutToGetItsNameStays() {
    OrphanPlan plan =
        plan(catalog(at(3_600 - 60, left("1")), at(3_700, left("2")), undated(left("3"))));
    assertThat(plan.removals()).isEmpty();
    assertThat(reasons(plan)).hasSize(3).allMatch(new KeepReason.BeingSaved()::equals);
    assertThat(plan(catalog(at(3_600 - 61, left("1")))).removals()).hasSize(1);
  }

  @Test
  void onPodmanTheLastImageMadeFromAnUntaggedOneOfOthersStays() {
    EngineSnapshot listed =
        new EngineSnapshot(
            List.of(
                image("sha256:0123456789abcdef"), childOf("sha256:0123456789abcdef", left("1"))),
            List.of(),
            ReferenceNaming.PODMAN);
    assertThat(reasons(plan(Catalog.of(listed))))
        .containsExactly(new KeepReason.LastChildOf("0123456789ab"));
  }

  @Test
  void bytesAreThoseThatGoTogether() {
    assertThat(plan(measured(catalog(left("1"), left("2"), image("3", "team/app:1")))).frees())
        .contains(new ByteCount(200, Accuracy.EXACT));
    assertThat(plan(Catalog.of(catalog(left("1")).snapshot())).frees())
        .as("while layers are being measured")
        .isEmpty();
  }

  @Property(tries = 300)
  void nothingNamedUsedOrNeededEverGoesAndEachIsJudgedOnce(@ForAll long seed) {
    EngineSnapshot listed = LeftImages.anySnapshot(new Random(seed));
    OrphanPlan plan = plan(Catalog.of(listed));
    assertThat(plan.removals())
        .allSatisfy(
            orphan -> {
              assertThat(orphan.image().references()).isEmpty();
              assertThat(orphan.image().labels()).containsEntry("mcp-sandbox", "true");
              assertThat(listed.containers().listed())
                  .noneMatch(c -> c.imageId().equals(orphan.id()));
              assertThat(listed.images())
                  .noneMatch(i -> i.parentId().filter(orphan.id()::equals).isPresent());
            });
    assertThat(
            Stream.concat(plan.removals().stream(), plan.kept().stream().map(KeptOrphan::orphan)))
        .containsExactlyInAnyOrderElementsOf(Orphans.of(listed));
  }
}
