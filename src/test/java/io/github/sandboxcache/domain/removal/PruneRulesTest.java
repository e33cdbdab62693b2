package io.github.sandboxcache.domain.removal;

import static io.github.sandboxcache.domain.catalog.Images.NOON;
import static io.github.sandboxcache.domain.catalog.Images.at;
import static io.github.sandboxcache.domain.catalog.Images.catalog;
import static io.github.sandboxcache.domain.catalog.Images.container;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static io.github.sandboxcache.domain.catalog.Images.undated;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.SandboxReference;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Budget;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepUsed;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Prune;
import io.github.sandboxcache.domain.removal.RemovalPolicy.UnusedFor;
import io.github.sandboxcache.domain.usage.RecentUse;
import io.github.sandboxcache.domain.usage.RecentUses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each rule of a prune keeps, and why. */
class PruneRulesTest {
  private static final String A = "mcp-sandbox-go:aaaaaaaaaaaa";
  private static final String B = "mcp-sandbox-go:bbbbbbbbbbbb";
  private static final String C = "mcp-sandbox-go:cccccccccccc";
  private static final String RUST = "mcp-sandbox-rust:dddddddddddd";
  private static final Duration DAY = Duration.ofDays(1);

  private static CacheReference reference(String text) {
    return (CacheReference) SandboxReference.parse(text).orElseThrow();
  }

  private static EngineImage made(String id, String reference, int daysAgo) {
    return at(-Duration.ofDays(daysAgo).toSeconds(), image(id, reference));
  }

  private static EngineImage sized(String id, String reference, long bytes) {
    return resized(id, reference, bytes, 50);
  }

  private static EngineImage resized(String id, String reference, long bytes, long shared) {
    EngineImage made = made(id, reference, 200);
    return new EngineImage(
        made.id(),
        made.references(),
        OptionalLong.of(bytes),
        OptionalLong.of(shared),
        made.createdAt(),
        made.parentId(),
        made.labels());
  }

  private static RecentUse used(int daysAgo, long hits) {
    return new RecentUse(
        hits,
        new RecentUse.Weighted(hits, hits),
        Optional.of(NOON.minus(Duration.ofDays(daysAgo))),
        Optional.of(Duration.ofSeconds(10)));
  }

  /** Uses that are known for 100 days. */
  private static Optional<RecentUses> uses(Map<String, RecentUse> images) {
    Map<CacheReference, RecentUse> byReference = new java.util.HashMap<>();
    images.forEach((name, use) -> byReference.put(reference(name), use));
    return Optional.of(
        new RecentUses(
            NOON, Optional.of(NOON.minus(DAY.multipliedBy(100))), byReference, Map.of()));
  }

  private static List<String> removed(
      Catalog catalog, RemovalPolicy policy, Optional<RecentUses> uses) {
    return RemovalPlan.of(catalog, policy, Pins.Known.NONE, uses).removals().stream()
        .map(image -> image.reference().toString())
        .toList();
  }

  private static KeepReason reason(
      Catalog catalog, RemovalPolicy policy, Optional<RecentUses> uses, String name) {
    return RemovalPlan.of(catalog, policy, Pins.Known.NONE, uses).kept().stream()
        .filter(kept -> kept.image().reference().toString().equals(name))
        .findFirst()
        .orElseThrow()
        .reason();
  }

  @Test
  void whatWasNeitherUsedNorMadeForSoLongIsRemoved() {
    Catalog catalog = catalog(made("1", A, 90), made("2", B, 90), made("3", C, 5));
    Optional<RecentUses> uses = uses(Map.of(A, used(3, 9), B, used(40, 1)));
    UnusedFor rule = new UnusedFor(DAY.multipliedBy(30));

    assertThat(removed(catalog, rule, uses)).containsExactly(B);
    assertThat(reason(catalog, rule, uses, A)).isEqualTo(new KeepReason.UsedWithin(rule.span()));
    assertThat(reason(catalog, rule, uses, C)).isEqualTo(new KeepReason.UsedWithin(rule.span()));
  }

  @Test
  void nothingIsUnusedForLongerThanUsesAreKnown() {
    Catalog catalog = catalog(made("1", A, 300));
    Optional<RecentUses> uses = uses(Map.of());
    UnusedFor rule = new UnusedFor(DAY.multipliedBy(200));
    Instant since = NOON.minus(DAY.multipliedBy(100));

    assertThat(removed(catalog, rule, uses)).isEmpty();
    assertThat(reason(catalog, rule, uses, A))
        .isEqualTo(new KeepReason.NotWatched(Optional.of(since)));
    assertThat(removed(catalog, new UnusedFor(DAY.multipliedBy(99)), uses)).containsExactly(A);
  }

  @Test
  void whileUsesCannotBeReadNoRuleThatGoesByThemRemovesAnything() {
    Catalog catalog = catalog(made("1", A, 300), made("2", B, 200));

    for (RemovalPolicy rule : List.of(new UnusedFor(DAY), new KeepUsed(0), new Budget(0))) {
      RemovalPlan plan = RemovalPlan.of(catalog, rule, Pins.Known.NONE, Optional.empty());
      assertThat(plan.removals()).isEmpty();
      assertThat(plan.doubts()).containsExactly(Doubt.USAGE);
    }
  }

  @Test
  void theMostRecentlyUsedOfEachLanguageAreKept() {
    Catalog catalog =
        catalog(made("1", A, 90), made("2", B, 80), made("3", C, 70), made("4", RUST, 99));
    Optional<RecentUses> uses = uses(Map.of(A, used(1, 5)));

    assertThat(removed(catalog, new KeepUsed(1), uses)).containsExactlyInAnyOrder(B, C);
    assertThat(removed(catalog, new KeepUsed(2), uses)).containsExactly(B);
    assertThat(reason(catalog, new KeepUsed(2), uses, C)).isEqualTo(new KeepReason.RecentlyUsed(2));
  }

  @Test
  void aBudgetIsReachedByWhatSavesLeastForItsBytes() {
    // 50 bytes in common; 1,000, 500 and 100 of their own.
    Catalog catalog = catalog(sized("1", A, 1050), sized("2", B, 550), sized("3", C, 150));
    Optional<RecentUses> uses = uses(Map.of(A, used(0, 20), B, used(20, 1), C, used(2, 5)));

    assertThat(removed(catalog, new Budget(1650), uses)).isEmpty();
    assertThat(removed(catalog, new Budget(1649), uses)).containsExactly(B);
    assertThat(removed(catalog, new Budget(1149), uses)).containsExactlyInAnyOrder(B, C);
    assertThat(reason(catalog, new Budget(1649), uses, C))
        .isEqualTo(new KeepReason.WithinBudget(1649));
  }

  @Test
  void aBaseThatStaysCountsNoLongerOnceNoImageIsOnIt() {
    EngineImage base = resized("0", "golang:1", 1000, 1000);
    EngineImage onBase = resized("1", A, 1010, 1000);
    Catalog catalog = catalog(base, onBase, sized("2", B, 550), sized("3", C, 150));
    Optional<RecentUses> uses = uses(Map.of(A, used(100, 0), B, used(1, 50), C, used(1, 50)));

    assertThat(removed(catalog, new Budget(650), uses)).containsExactly(A);
    assertThat(removed(catalog, new Budget(649), uses)).containsExactlyInAnyOrder(A, B);
  }

  @Test
  void ofAnImageWithTwoNamesNoBytesAreHopedForUnlessBothCanGo() {
    Catalog catalog =
        catalog(
            new EngineImage(
                "1",
                List.of(A, "team/app:1"),
                OptionalLong.of(1050),
                OptionalLong.of(50),
                Optional.of(NOON.minus(DAY.multipliedBy(200))),
                Optional.empty(),
                Map.of()),
            sized("2", B, 550));
    Optional<RecentUses> uses = uses(Map.of(B, used(1, 100)));

    assertThat(removed(catalog, new Budget(1100), uses)).containsExactly(B);
  }

  @Test
  void whileNobodyHasEverLookedNothingIsCheapAndNothingCosts() {
    Catalog catalog = catalog(made("1", A, 300), made("2", B, 200));
    Optional<RecentUses> uses = Optional.of(RecentUses.none(NOON));

    for (RemovalPolicy rule : List.of(new UnusedFor(DAY), new KeepUsed(0), new Budget(0))) {
      assertThat(removed(catalog, rule, uses)).isEmpty();
    }
    assertThat(RemovalPlan.of(catalog, new KeepNewest(0), Pins.Known.NONE, uses).cost()).isEmpty();
  }

  @Test
  void anImageFromTheBeginningOfTimeIsWeighedLikeAnyOther() {
    EngineImage ancient = at(Instant.MIN.getEpochSecond() - NOON.getEpochSecond(), image("1", A));
    Catalog catalog = catalog(ancient, made("2", B, 0));

    assertThat(removed(catalog, new Budget(150), uses(Map.of()))).containsExactly(A);
  }

  @Test
  void anImageInUseIsNoWayToReachABudget() {
    Catalog catalog =
        catalog(List.of(container("web", "2")), sized("1", A, 1050), sized("2", B, 550));
    Optional<RecentUses> uses = uses(Map.of(A, used(1, 100)));

    assertThat(removed(catalog, new Budget(1100), uses)).containsExactly(A);
    assertThat(reason(catalog, new Budget(1100), uses, B))
        .isEqualTo(new KeepReason.InUse(List.of("web")));
  }

  @Test
  void aNewImageIsNotWorthlessBeforeItCouldBeHit() {
    Catalog catalog = catalog(made("1", A, 90), made("2", B, 0));

    assertThat(removed(catalog, new Budget(150), uses(Map.of()))).containsExactly(A);
  }

  @Test
  void whileLayersAreNotKnownNoBudgetRemovesAnything() {
    Catalog measured = catalog(made("1", A, 90));
    Catalog catalog =
        Catalog.of(measured.snapshot())
            .with(new io.github.sandboxcache.domain.layers.LayerState.Measuring(0, 1));

    RemovalPlan plan = RemovalPlan.of(catalog, new Budget(0), Pins.Known.NONE, uses(Map.of()));

    assertThat(plan.removals()).isEmpty();
    assertThat(plan.doubts()).containsExactly(Doubt.LAYERS);
  }

  @Test
  void aLanguageMayHaveARuleOfItsOwnAndOthersNone() {
    Catalog catalog = catalog(made("1", A, 90), made("2", B, 80), made("4", RUST, 99));
    KeepNewest none = new KeepNewest(0);

    assertThat(
            removed(
                catalog,
                new Prune(none, Map.of(Language.GO, new KeepNewest(1)), Set.of(), Set.of()),
                uses(Map.of())))
        .containsExactlyInAnyOrder(A, RUST);
    assertThat(
            removed(
                catalog,
                new Prune(none, Map.of(), Set.of(Language.RUST), Set.of()),
                uses(Map.of())))
        .containsExactly(RUST);
  }

  @Test
  void aLanguageMayHaveABudgetOfItsOwn() {
    Catalog catalog = catalog(sized("1", A, 1050), sized("2", B, 550), made("4", RUST, 99));
    Optional<RecentUses> uses = uses(Map.of(A, used(1, 100)));
    Prune policy =
        new Prune(new KeepNewest(0), Map.of(Language.GO, new Budget(1100)), Set.of(), Set.of());

    assertThat(removed(catalog, policy, uses)).containsExactlyInAnyOrder(B, RUST);
    assertThat(reason(catalog, policy, uses, A)).isEqualTo(new KeepReason.WithinBudget(1100));
  }

  @Test
  void anImageThatWasNeverUsedAndIsOfUnknownAgeStays() {
    Catalog catalog = catalog(undated(image("1", A)), undated(image("2", B)), made("3", C, 90));
    Optional<RecentUses> uses = uses(Map.of(B, used(60, 1)));

    for (RemovalPolicy rule : List.of(new UnusedFor(DAY.multipliedBy(30)), new KeepUsed(0))) {
      assertThat(removed(catalog, rule, uses)).containsExactlyInAnyOrder(B, C);
      assertThat(reason(catalog, rule, uses, A)).isEqualTo(new KeepReason.AgeUnknown());
    }
  }

  @Test
  void whereTheBytesOfAnyImageAreNotKnownNoBudgetRemovesAnything() {
    EngineImage made = made("2", B, 90);
    EngineImage unsized =
        new EngineImage(
            made.id(),
            made.references(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            made.createdAt(),
            made.parentId(),
            made.labels());
    Catalog catalog = catalog(made("1", A, 90), unsized);

    assertThat(removed(catalog, new Budget(0), uses(Map.of()))).isEmpty();
    assertThat(reason(catalog, new Budget(0), uses(Map.of()), A))
        .isEqualTo(new KeepReason.SizesUnknown());
  }

  @Test
  void anExceptionStaysAndDoesNotCount() {
    Catalog catalog = catalog(made("1", A, 90), made("2", B, 80), made("3", C, 70));
    Prune policy = new Prune(new KeepNewest(1), Map.of(), Set.of(), Set.of(reference(C)));

    assertThat(removed(catalog, policy, uses(Map.of()))).containsExactly(A);
    assertThat(reason(catalog, policy, uses(Map.of()), C)).isEqualTo(new KeepReason.Excepted());
  }

  @Test
  void theCostIsHitsAndTheTimeToInstallAgain() {
    Catalog catalog = catalog(made("1", A, 90), made("2", B, 90), made("3", RUST, 90));
    Optional<RecentUses> uses = uses(Map.of(A, used(1, 7), B, used(1, 2), C, used(1, 1)));

    RemovalPlan plan = RemovalPlan.of(catalog, new KeepNewest(0), Pins.Known.NONE, uses);

    assertThat(plan.cost()).contains(new RemovalPlan.Cost(9, 10, Duration.ofSeconds(20), 1));
    assertThat(plan.cost(catalog(made("2", B, 90)).cached()))
        .contains(new RemovalPlan.Cost(2, 10, Duration.ofSeconds(10), 0));
  }
}
