package io.github.sandboxcache.domain.removal;

import static io.github.sandboxcache.domain.catalog.Images.at;
import static io.github.sandboxcache.domain.catalog.Images.catalog;
import static io.github.sandboxcache.domain.catalog.Images.childOf;
import static io.github.sandboxcache.domain.catalog.Images.container;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.SandboxReference;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.RemovalPlan.KeptImage;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Chosen;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Everything;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.testing.TestPins;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What pins and a choice of images mean for a plan. */
class PinnedPlanTest {
  private static final CacheReference A = reference("aaaaaaaaaaaa");
  private static final CacheReference B = reference("bbbbbbbbbbbb");
  private static final CacheReference C = reference("cccccccccccc");
  private static final Catalog OLDEST_FIRST =
      catalog(
          at(1, image("1", A.toString())),
          at(2, image("2", B.toString())),
          at(3, image("3", C.toString())));

  private static CacheReference reference(String tag) {
    return (CacheReference) SandboxReference.parse("mcp-sandbox-go:" + tag).orElseThrow();
  }

  private static Pins pinned(CacheReference... references) {
    return new Pins.Known(Set.of(references));
  }

  private static List<CacheReference> removed(RemovalPlan plan) {
    return plan.removals().stream().map(CachedImage::reference).toList();
  }

  private static KeepReason reason(RemovalPlan plan, CacheReference reference) {
    return plan.kept().stream()
        .filter(kept -> kept.image().reference().equals(reference))
        .map(KeptImage::reason)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void clearLeavesWhatIsPinned() {
    RemovalPlan plan = RemovalPlan.of(OLDEST_FIRST, new Everything(), pinned(B));

    assertThat(removed(plan)).containsExactlyInAnyOrder(A, C);
    assertThat(reason(plan, B)).isEqualTo(new KeepReason.Pinned());
  }

  @Test
  void whatIsPinnedStaysBesidesTheNewest() {
    RemovalPlan plan = RemovalPlan.of(OLDEST_FIRST, new KeepNewest(1), pinned(C));

    assertThat(removed(plan)).containsExactly(A);
    assertThat(reason(plan, B)).isEqualTo(new KeepReason.Newest(1));
    assertThat(reason(plan, C)).isEqualTo(new KeepReason.Pinned());
  }

  @Test
  void useIsToldBeforeAPin() {
    Catalog used = catalog(List.of(container("web", "1")), image("1", A.toString()));

    assertThat(reason(RemovalPlan.of(used, new Everything(), pinned(A)), A))
        .isInstanceOf(KeepReason.InUse.class);
  }

  @Test
  void whatAPinnedImageWasMadeFromStaysToo() {
    Catalog family = catalog(image("1", A.toString()), childOf("1", image("2", B.toString())));

    RemovalPlan plan = RemovalPlan.of(family, new Everything(), pinned(B));

    assertThat(removed(plan)).isEmpty();
    assertThat(reason(plan, A)).isInstanceOf(KeepReason.ParentOf.class);
  }

  @Test
  void aPinIsAboutItsNameAlone() {
    Catalog twoNames = catalog(image("1", A.toString(), B.toString()));

    assertThat(removed(RemovalPlan.of(twoNames, new Everything(), pinned(A)))).containsExactly(B);
  }

  @Test
  void whilePinsCannotBeReadNothingGoes() {
    Pins unreadable = new TestPins().damage().read();

    RemovalPlan plan = RemovalPlan.of(OLDEST_FIRST, new KeepNewest(1), unreadable);

    assertThat(removed(plan)).isEmpty();
    assertThat(reason(plan, A)).isEqualTo(new KeepReason.PinsUnreadable());
    assertThat(reason(plan, C)).isEqualTo(new KeepReason.Newest(1));
  }

  @Test
  void aChoiceIsAboutNoOtherImage() {
    RemovalPlan plan = RemovalPlan.of(OLDEST_FIRST, new Chosen(Set.of(A, B)), pinned(B));

    assertThat(removed(plan)).containsExactly(A);
    assertThat(plan.kept()).extracting(kept -> kept.image().reference()).containsExactly(B);
  }

  @Test
  void aChosenImageStaysWhileOneThatWasNotChosenWasMadeFromIt() {
    Catalog family = catalog(image("1", A.toString()), childOf("1", image("2", B.toString())));

    assertThat(removed(RemovalPlan.of(family, new Chosen(Set.of(A)), pinned()))).isEmpty();
    assertThat(removed(RemovalPlan.of(family, new Chosen(Set.of(A, B)), pinned())))
        .containsExactly(B, A);
  }
}
