package io.github.sandboxcache.domain.removal;

import static io.github.sandboxcache.domain.catalog.Images.at;
import static io.github.sandboxcache.domain.catalog.Images.catalog;
import static io.github.sandboxcache.domain.catalog.Images.childOf;
import static io.github.sandboxcache.domain.catalog.Images.container;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static io.github.sandboxcache.domain.catalog.Images.undated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.cache.SandboxReference;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.Containers;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.layers.Accuracy;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.RemovalPlan.KeptImage;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Everything;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which images go and which stay, and the reason that is given. */
class RemovalPlanTest {
  private static final String A = "mcp-sandbox-go:aaaaaaaaaaaa";
  private static final String B = "mcp-sandbox-go:bbbbbbbbbbbb";
  private static final String C = "mcp-sandbox-go:cccccccccccc";

  @Test
  void pruneKeepsTheNewestOfEachLanguage() {
    Catalog catalog =
        catalog(
            at(3, image("1", A)),
            at(2, image("2", B)),
            at(1, image("3", C)),
            at(0, image("4", "mcp-sandbox-rust:aaaaaaaaaaaa")));
    RemovalPlan plan = RemovalPlan.of(catalog, new KeepNewest(2), Pins.Known.NONE);
    assertThat(removed(plan)).containsExactly(C);
    assertThat(plan.kept())
        .extracting(KeptImage::reason)
        .containsOnly(new KeepReason.Newest(2))
        .hasSize(3);
  }

  @Test
  void keepingZeroRemovesAllThatNothingElseHolds() {
    RemovalPlan plan =
        RemovalPlan.of(catalog(image("1", A), image("2", B)), new KeepNewest(0), Pins.Known.NONE);
    assertThat(removed(plan)).containsExactly(A, B);
  }

  @Test
  void aNegativeCountIsAnError() {
    assertThatIllegalArgumentException().isThrownBy(() -> new KeepNewest(-1));
  }

  @Test
  void anImageThatAContainerUsesStaysAndSaysByWhich() {
    Catalog catalog = catalog(List.of(container("job", "1"), container("ci", "1")), image("1", A));
    assertThat(RemovalPlan.of(catalog, new Everything(), Pins.Known.NONE).kept())
        .extracting(KeptImage::reason)
        .containsExactly(new KeepReason.InUse(List.of("ci", "job")));
  }

  @Test
  void whileTheContainersAreNotKnownEverythingStays() {
    EngineSnapshot snapshot =
        new EngineSnapshot(
            List.of(image("1", A), image("2", B)),
            new Containers.Unknown("forbidden"),
            ReferenceNaming.DOCKER);

    RemovalPlan plan =
        RemovalPlan.of(
            Catalog.of(snapshot),
            new KeepNewest(0),
            new Pins.Known(Set.of((CacheReference) SandboxReference.parse(A).orElseThrow())));

    assertThat(plan.removals()).isEmpty();
    assertThat(plan.kept())
        .extracting(KeptImage::reason)
        .containsExactlyInAnyOrder(new KeepReason.Pinned(), new KeepReason.UsesUnknown());
  }

  @Test
  void anImageOfUnknownAgeMayBeTheNewestAndCountsForNoOther() {
    RemovalPlan plan =
        RemovalPlan.of(
            catalog(undated(image("1", A)), at(2, image("2", B)), at(1, image("3", C))),
            new KeepNewest(1),
            Pins.Known.NONE);

    assertThat(removed(plan)).containsExactly(C);
    assertThat(plan.kept())
        .extracting(KeptImage::reason)
        .containsExactlyInAnyOrder(new KeepReason.AgeUnknown(), new KeepReason.Newest(1));
  }

  @Test
  void useIsNamedBeforeAge() {
    Catalog catalog = catalog(List.of(container("job", "1")), image("1", A));
    assertThat(
            RemovalPlan.of(catalog, new KeepNewest(3), Pins.Known.NONE).kept().getFirst().reason())
        .isEqualTo(new KeepReason.InUse(List.of("job")));
  }

  @Test
  void baseImagesAreNeverPartOfAPlan() {
    RemovalPlan plan =
        RemovalPlan.of(
            catalog(image("1", "mcp-sandbox-go:base")), new Everything(), Pins.Known.NONE);
    assertThat(plan.removals()).isEmpty();
    assertThat(plan.kept()).isEmpty();
  }

  @Test
  void aParentStaysWhileItsChildStaysAndSaysSo() {
    Catalog catalog =
        catalog(
            List.of(container("job", "child")),
            image("parent", A),
            childOf("parent", image("child", B)));
    assertThat(RemovalPlan.of(catalog, new Everything(), Pins.Known.NONE).kept())
        .extracting(KeptImage::reason)
        .containsExactly(new KeepReason.ParentOf(List.of(B)), new KeepReason.InUse(List.of("job")));
  }

  @Test
  void aForeignOrDanglingChildHoldsItsParentToo() {
    Catalog catalog =
        catalog(
            image("1", A),
            childOf("1", image("2", "team/app:1")),
            image("3", B),
            childOf("3", image("sha256:0123456789abcdef")));
    assertThat(RemovalPlan.of(catalog, new Everything(), Pins.Known.NONE).kept())
        .extracting(KeptImage::reason)
        .containsExactly(
            new KeepReason.ParentOf(List.of("team/app:1")),
            new KeepReason.ParentOf(List.of("0123456789ab")));
  }

  @Test
  void aChainStaysAsAWholeWhenItsLastImageStays() {
    Catalog catalog =
        catalog(
            List.of(container("job", "3")),
            image("1", A),
            childOf("1", image("2", B)),
            childOf("2", image("3", C)));
    assertThat(RemovalPlan.of(catalog, new Everything(), Pins.Known.NONE).removals()).isEmpty();
  }

  @Test
  void whenBothGoTheChildGoesFirst() {
    Catalog catalog =
        catalog(
            at(5, image("1", A)),
            at(4, childOf("1", image("2", B))),
            at(9, childOf("2", image("3", C))));
    assertThat(removed(RemovalPlan.of(catalog, new Everything(), Pins.Known.NONE)))
        .containsExactly(C, B, A);
  }

  @Test
  void aChildWithAForeignTagDoesNotGoAndSoHoldsItsParent() {
    Catalog catalog = catalog(image("1", A), childOf("1", image("2", B, "team/keep:1")));
    RemovalPlan plan = RemovalPlan.of(catalog, new Everything(), Pins.Known.NONE);
    assertThat(removed(plan)).containsExactly(B);
    assertThat(plan.kept().getFirst().reason())
        .isEqualTo(new KeepReason.ParentOf(List.of("team/keep:1")));
  }

  @Test
  void onlyAnImageThatKeepsNoOtherTagFreesDiskSpace() {
    Catalog catalog = catalog(image("1", A, "team/keep:1"), image("2", B), image("3", C, C + "x"));
    assertThat(RemovalPlan.of(catalog, new Everything(), Pins.Known.NONE).frees())
        .contains(new ByteCount(100, Accuracy.EXACT));
  }

  private static List<String> removed(RemovalPlan plan) {
    return plan.removals().stream().map(CachedImage::engineReference).toList();
  }
}
