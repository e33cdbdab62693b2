package io.github.sandboxcache.domain.removal;

import static io.github.sandboxcache.domain.catalog.Images.at;
import static io.github.sandboxcache.domain.catalog.Images.childOf;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.RemovalPlan.KeptImage;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Everything;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever was made from an image that goes, with a name or without. */
class FamilyPlanTest {
  private static final String A = "mcp-sandbox-go:aaaaaaaaaaaa";
  private static final String B = "mcp-sandbox-go:bbbbbbbbbbbb";
  private static final String C = "mcp-sandbox-go:cccccccccccc";

  private static RemovalPlan clear(ReferenceNaming naming, EngineImage... images) {
    Catalog catalog = Catalog.of(new EngineSnapshot(List.of(images), List.of(), naming));
    return RemovalPlan.of(catalog, new Everything(), Pins.Known.NONE);
  }

  private static void assertOnlyKept(RemovalPlan plan, String reference, KeepReason reason) {
    assertThat(plan.kept())
        .singleElement()
        .satisfies(
            kept -> {
              assertThat(kept.image().engineReference()).isEqualTo(reference);
              assertThat(kept.reason()).isEqualTo(reason);
            });
  }

  @Test
  void anImageWithoutANameBetweenThemHoldsTheParentAndIsToldByWhoWasMadeFromIt() {
    RemovalPlan plan =
        clear(
            ReferenceNaming.DOCKER,
            image("1", A),
            childOf("1", image("2")),
            childOf("2", image("3", "team/app:1")));
    assertOnlyKept(plan, A, new KeepReason.ParentOf(List.of("team/app:1")));
    assertThat(plan.removals()).isEmpty();
  }

  @Test
  void anImageWithoutANameHoldsItsParentAlsoWhenAllNamedOnesGo() {
    RemovalPlan plan =
        clear(
            ReferenceNaming.DOCKER,
            image("1", A),
            childOf("1", image("sha256:0123456789abcdef")),
            childOf("sha256:0123456789abcdef", image("3", B)));
    assertThat(plan.removals()).extracting(CachedImage::engineReference).containsExactly(B);
    assertOnlyKept(plan, A, new KeepReason.ParentOf(List.of("0123456789ab")));
  }

  @Test
  void anImageWithoutANameFromWhichNothingWasMadeIsToldByItsId() {
    RemovalPlan plan =
        clear(
            ReferenceNaming.DOCKER, image("1", A), childOf("1", image("sha256:0123456789abcdef")));
    assertOnlyKept(plan, A, new KeepReason.ParentOf(List.of("0123456789ab")));
  }

  @Test
  void aChildThatStaysByAnotherNameIsToldByThatOne() {
    RemovalPlan plan =
        clear(ReferenceNaming.DOCKER, image("1", A), childOf("1", image("2", B, "team/app:1")));
    assertThat(plan.removals()).extracting(CachedImage::engineReference).containsExactly(B);
    assertOnlyKept(plan, A, new KeepReason.ParentOf(List.of("team/app:1")));
  }

  @Test
  void parentLinksInACircleAreNoTrap() {
    RemovalPlan plan =
        clear(
            ReferenceNaming.DOCKER,
            image("1", A),
            childOf("3", childOf("1", image("2"))),
            childOf("2", image("3")),
            childOf("1", image("4")));
    assertOnlyKept(plan, A, new KeepReason.ParentOf(List.of("4")));
  }

  @Test
  void podmanKeepsTheNewestOfThoseWhoseUntaggedParentItWouldRemove() {
    RemovalPlan plan =
        clear(
            ReferenceNaming.PODMAN,
            image("sha256:0123456789abcdef"),
            at(1, childOf("sha256:0123456789abcdef", image("2", "localhost/" + A))),
            at(3, childOf("sha256:0123456789abcdef", image("3", "localhost/" + B))),
            at(2, childOf("sha256:0123456789abcdef", image("4", "localhost/" + C))));
    assertThat(plan.removals())
        .extracting(image -> image.reference().toString())
        .containsExactlyInAnyOrder(A, C);
    assertOnlyKept(plan, "localhost/" + B, new KeepReason.LastChildOf("0123456789ab"));
  }

  @Test
  void podmanRemovesAllChildrenOfAnUntaggedParentThatHasAnotherOne() {
    RemovalPlan plan =
        clear(
            ReferenceNaming.PODMAN,
            image("1"),
            childOf("1", image("2", "localhost/" + A)),
            childOf("1", image("3", "localhost/team/app:1")));
    assertThat(plan.removals()).hasSize(1);
    assertThat(plan.kept()).isEmpty();
  }

  @Test
  void podmanRemovesTheOnlyChildOfAnImageWithAName() {
    RemovalPlan plan =
        clear(
            ReferenceNaming.PODMAN,
            image("1", "localhost/mcp-sandbox-go:base"),
            childOf("1", image("2", "localhost/" + A)));
    assertThat(plan.removals()).hasSize(1);
    assertThat(plan.kept()).isEmpty();
  }

  @Test
  void whoHoldsAnUntaggedParentOnPodmanHoldsItsOwnOnesToo() {
    RemovalPlan plan =
        clear(
            ReferenceNaming.PODMAN,
            image("1", "localhost/" + A),
            childOf("1", image("2")),
            childOf("2", image("3", "localhost/" + B)));
    assertThat(plan.removals()).isEmpty();
    assertThat(plan.kept())
        .extracting(KeptImage::reason)
        .containsExactlyInAnyOrder(
            new KeepReason.LastChildOf("2"), new KeepReason.ParentOf(List.of(B)));
  }

  @Test
  void dockerLeavesUntaggedParentsAlone() {
    RemovalPlan plan = clear(ReferenceNaming.DOCKER, image("1"), childOf("1", image("2", A)));
    assertThat(plan.removals()).hasSize(1);
    assertThat(plan.kept()).isEmpty();
  }
}
