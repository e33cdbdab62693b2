package io.github.sandboxcache.ui.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.Images;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.Doubt;
import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.settings.PruneSetting;
import io.github.sandboxcache.domain.settings.PruneSetting.Kind;
import io.github.sandboxcache.domain.usage.RecentUse;
import io.github.sandboxcache.domain.usage.RecentUses;
import io.github.sandboxcache.ui.base.TestThreads;
import io.github.sandboxcache.ui.base.UiThreads;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The preview shows what the plan does, and promises no more than is known. */
class PruneModelTest {
  @Test
  void keepingOneMoreTakesOneLess() {
    PruneModel model = model(5, 3);
    assertThat(model.planProperty().get().removals()).hasSize(2);
    model.rule(Kind.NEWEST).step(true);
    assertThat(model.planProperty().get().removals()).hasSize(1);
  }

  @Test
  void neverFewerThanNoneAreKept() {
    PruneModel model = model(2, 0);
    model.rule(Kind.NEWEST).step(false);
    assertThat(model.rule(Kind.NEWEST).numberProperty().get()).isZero();
    assertThat(model.rule(Kind.NEWEST).read("-1")).isEmpty();
    assertThat(model.rule(Kind.NEWEST).read("three")).isEmpty();
  }

  @Test
  void aNumberThatIsNotKnownIsNotMadeOneByAStep() {
    PruneModel model = model(5, RemovalPolicy.KeepNewest.UNKNOWN_COUNT);
    model.rule(Kind.NEWEST).step(false);
    assertThat(model.rule(Kind.NEWEST).isKnown()).isFalse();
    assertThat(model.planProperty().get().doubts()).containsExactly(Doubt.NUMBER_TO_KEEP);
    model.rule(Kind.NEWEST).numberProperty().set(4);
    assertThat(model.planProperty().get().removals()).hasSize(1);
  }

  @Test
  void aLargeNumberOfTheSettingsIsNotMadeSmaller() {
    PruneModel model = model(5, 20_000);
    assertThat(model.planProperty().get().policy()).isEqualTo(new RemovalPolicy.KeepNewest(20_000));
    model.rule(Kind.NEWEST).step(true);
    assertThat(model.rule(Kind.NEWEST).numberProperty().get()).isEqualTo(20_000);
  }

  @Test
  void whatGoesIsListedUntilMoreIsAskedFor() {
    PruneModel model = model(5, 3);
    assertThat(model.rows().all()).hasSize(3);
    assertThat(model.rows().all())
        .filteredOn(PruneRow.Image.class::isInstance)
        .hasSize(2)
        .allMatch(row -> ((PruneRow.Image) row).stays().isEmpty());
    model.rows().filterProperty().set(PruneRows.Filter.ALL);
    assertThat(model.rows().all()).hasSize(6);
    model.rows().toggle(Language.PYTHON);
    assertThat(model.rows().all()).singleElement().isInstanceOf(PruneRow.Group.class);
  }

  /** Every minute brings the same uses at another time, and the weights of lookups fade. */
  @Test
  void thatTimeGoesByPlansNothingAnew() {
    Deque<Runnable> background = new ArrayDeque<>();
    Optional<RecentUses> uses = used(5);
    PruneModel model = model(5, 3, uses, new UiThreads(Runnable::run, background::add));
    background.remove().run();
    List<PruneRow> before = List.copyOf(model.rows().all());

    follow(model, uses.map(known -> faded(known, Map.of())));
    assertThat(background).isEmpty();
    assertThat(model.upToDateProperty().get()).isTrue();

    CacheReference hit = pythons(5).cached().getFirst().reference();
    RecentUse more =
        new RecentUse(2, new RecentUse.Weighted(2, 2), Optional.of(Images.NOON), Optional.empty());
    follow(model, uses.map(known -> faded(known, Map.of(hit, more))));
    assertThat(background).hasSize(1);
    assertThat(model.upToDateProperty().get()).isFalse();
    assertThat(model.rows().all()).isEqualTo(before);
  }

  private static void follow(PruneModel model, Optional<RecentUses> uses) {
    PruneModel.Known known = model.knownProperty().get();
    model.follow(new PruneModel.Known(known.catalog(), known.pins(), uses));
  }

  /** A minute later. */
  private static RecentUses faded(RecentUses uses, Map<CacheReference, RecentUse> changed) {
    Map<CacheReference, RecentUse> images = new HashMap<>();
    uses.images()
        .forEach(
            (image, use) ->
                images.put(
                    image,
                    new RecentUse(
                        use.hits(),
                        new RecentUse.Weighted(0.9, 0.9),
                        use.lastUsed(),
                        use.installTime())));
    images.putAll(changed);
    return new RecentUses(uses.now().plusSeconds(60), uses.since(), images, uses.installTimes());
  }

  @Test
  void whatWouldBeMissedComesFirstAndIsNamed() {
    Catalog catalog = pythons(5);
    CacheReference oldest = catalog.cached().getLast().reference();
    RecentUses uses = used(5).orElseThrow();
    RecentUse popular =
        new RecentUse(30, new RecentUse.Weighted(9, 9), Optional.of(uses.now()), Optional.empty());
    PruneModel model =
        model(5, 3, Optional.of(faded(uses, Map.of(oldest, popular))), TestThreads.direct());

    assertThat(PruneCostText.missed(model.planProperty().get()))
        .extracting(CachedImage::reference)
        .containsExactly(oldest);
    assertThat(model.rows().all().get(1))
        .isInstanceOfSatisfying(
            PruneRow.Image.class,
            row -> {
              assertThat(row.isMissed()).isTrue();
              assertThat(row.image().reference()).isEqualTo(oldest);
            });
  }

  /** "0 hits" of a ledger of yesterday would say that nobody needs the image. */
  @Test
  void noHitsSayNothingWhereHitsWereHardlyCountedYet() {
    RecentUses uses = used(5).orElseThrow();
    RecentUses young =
        new RecentUses(
            uses.now(),
            Optional.of(uses.now().minus(Duration.ofDays(3))),
            uses.images(),
            uses.installTimes());
    assertThat(isTelling(uses)).isTrue();
    assertThat(isTelling(young)).isFalse();
  }

  private static boolean isTelling(RecentUses uses) {
    RemovalPlan plan =
        RemovalPlan.of(
            pythons(5), new RemovalPolicy.KeepNewest(3), Pins.Known.NONE, Optional.of(uses));
    assertThat(plan.removals()).hasSize(2);
    return plan.isTelling(new RemovalPlan.Cost(0, 9, Duration.ZERO, 0));
  }

  @Test
  void aBudgetThatProtectedImagesExceedSaysByHowMuch() {
    PruneModel model = model(5, 3, used(5), TestThreads.direct());
    Catalog catalog = model.knownProperty().get().catalog();
    model.kindProperty().set(Kind.BUDGET);
    assertThat(model.overBudget()).isEmpty();

    model.rule(Kind.BUDGET).numberProperty().set(0);
    assertThat(model.planProperty().get().removals()).hasSize(5);
    assertThat(model.overBudget()).isEmpty();

    CacheReference pinned = catalog.cached().getFirst().reference();
    model.follow(new PruneModel.Known(catalog, new Pins.Known(Set.of(pinned)), used(5)));
    assertThat(model.planProperty().get().removals()).hasSize(4);
    assertThat(model.overBudget()).isEqualTo(model.onDiskAfter()).isPresent();

    model.kindProperty().set(Kind.NEWEST);
    assertThat(model.overBudget()).isEmpty();
  }

  @Test
  void theNewestCatalogIsPlannedFor() {
    PruneModel model = model(5, 3);
    model.follow(new PruneModel.Known(pythons(3), Pins.Known.NONE, Optional.empty()));
    assertThat(model.planProperty().get().removals()).isEmpty();
  }

  @Test
  void theWindowsOwnPlanIsShownAtOnce() {
    Deque<Runnable> background = new ArrayDeque<>();
    PruneModel model = model(5, 3, background);

    assertThat(model.planProperty().get().removals()).hasSize(2);
    assertThat(model.upToDateProperty().get()).isTrue();
  }

  @Test
  void whileAnotherPlanIsMadeTheOldOneIsShownButMayNotRun() {
    Deque<Runnable> background = new ArrayDeque<>();
    PruneModel model = model(5, 3, background);
    background.remove().run();

    model.rule(Kind.NEWEST).step(false);
    assertThat(model.planProperty().get().removals()).hasSize(2);
    assertThat(model.upToDateProperty().get()).isFalse();

    background.remove().run();
    assertThat(model.planProperty().get().removals()).hasSize(3);
    assertThat(model.upToDateProperty().get()).isTrue();
  }

  @Test
  void ofManyNumbersInARowTheLastIsPlanned() {
    Deque<Runnable> background = new ArrayDeque<>();
    PruneModel model = model(9, 3, background);

    IntStream.range(0, 3).forEach(_ -> model.rule(Kind.NEWEST).step(true));
    while (!background.isEmpty()) {
      background.remove().run();
    }

    assertThat(model.planProperty().get().removals()).hasSize(3);
  }

  @Test
  void everyRuleSaysWhatItWouldDoAndTheChosenOneIsShown() {
    PruneModel model = model(5, 3, used(5), TestThreads.direct());

    assertThat(model.plansProperty().get()).containsOnlyKeys(Kind.values());
    assertThat(model.plansProperty().get())
        .hasEntrySatisfying(Kind.UNUSED, plan -> assertThat(plan.removals()).hasSize(2));
    model.rule(Kind.USED).numberProperty().set(1);
    model.kindProperty().set(Kind.USED);

    assertThat(model.planProperty().get().policy()).isEqualTo(new RemovalPolicy.KeepUsed(1));
    assertThat(model.planProperty().get().removals()).hasSize(4);
    assertThat(model.upToDateProperty().get()).isTrue();
    assertThat(model.rows().all())
        .filteredOn(PruneRow.Image.class::isInstance)
        .allMatch(row -> ((PruneRow.Image) row).use().isPresent());
  }

  @Test
  void theRememberedRuleIsChosenAtFirst() {
    Catalog catalog = pythons(5);
    PruneSetting remembered = new PruneSetting(Kind.USED, 2);
    RemovalPlan first = RemovalPlan.of(catalog, remembered.rule(3), Pins.Known.NONE, used(5));
    PruneModel model =
        new PruneModel(
            new PruneModel.Known(catalog, Pins.Known.NONE, used(5)),
            first,
            3,
            remembered,
            TestThreads.direct());

    assertThat(model.kindProperty().get()).isEqualTo(Kind.USED);
    assertThat(model.rule(Kind.USED).setting()).isEqualTo(remembered);
    assertThat(model.planProperty().get().removals()).hasSize(3);
  }

  @Test
  void anImageCanBeLeftOutAndTakenInAgain() {
    PruneModel model = model(5, 3);
    CacheReference image = model.planProperty().get().removals().getFirst().reference();

    model.toggle(image);
    assertThat(model.planProperty().get().removals()).hasSize(1);
    assertThat(model.planProperty().get().kept())
        .anyMatch(
            kept ->
                kept.image().reference().equals(image)
                    && kept.reason() instanceof KeepReason.Excepted);
    model.toggle(image);
    assertThat(model.planProperty().get().removals()).hasSize(2);
  }

  @Test
  void stepsLeadThroughUsefulNumbers() {
    PruneModel model = model(5, 3);
    PruneRule days = model.rule(Kind.UNUSED);
    assertThat(days.numberProperty().get()).isEqualTo(14);
    days.step(true);
    assertThat(days.numberProperty().get()).isEqualTo(30);
    days.numberProperty().set(10);
    days.step(false);
    assertThat(days.numberProperty().get()).isEqualTo(7);
    assertThat(days.read("0")).isEmpty();
    assertThat(days.read("45")).hasValue(45);
  }

  @Test
  void whileWhatIsTypedIsNoNumberNothingRunsByTheOneBefore() {
    PruneModel model = model(5, 3);
    PruneRule newest = model.rule(Kind.NEWEST);

    assertThat(newest.typed("1")).isTrue();
    assertThat(model.planProperty().get().removals()).hasSize(4);
    for (String meantAsMore : List.of("1000", "1 0", "1.5", "")) {
      assertThat(newest.typed(meantAsMore)).isFalse();
      assertThat(model.upToDateProperty().get()).as(meantAsMore).isFalse();
    }
    assertThat(newest.typed("4")).isTrue();
    assertThat(model.upToDateProperty().get()).isTrue();
  }

  @Test
  void whatIsTypedForAnotherRuleHoldsNothingUp() {
    PruneModel model = model(5, 3);

    assertThat(model.rule(Kind.BUDGET).typed("0.5")).isFalse();

    assertThat(model.upToDateProperty().get()).isTrue();
  }

  @Test
  void aFieldShowsTheNumberAlsoOneTooLargeToType() {
    PruneModel model = model(5, 20_000);
    PruneRule newest = model.rule(Kind.NEWEST);

    assertThat(newest.text()).isEqualTo("20000");
    assertThat(newest.typed(newest.text())).isFalse();
    assertThat(model.upToDateProperty().get()).isTrue();
    assertThat(model(5, RemovalPolicy.KeepNewest.UNKNOWN_COUNT).rule(Kind.NEWEST).text()).isEmpty();
  }

  @Test
  void pinsThatChangeMakeTheShownPlanOutOfDateUntilItIsMadeAnew() {
    Deque<Runnable> background = new ArrayDeque<>();
    PruneModel model = model(5, 3, background);
    background.remove().run();
    CacheReference pinned = model.planProperty().get().removals().getFirst().reference();

    model.follow(
        new PruneModel.Known(
            model.knownProperty().get().catalog(),
            new Pins.Known(Set.of(pinned)),
            Optional.empty()));
    assertThat(model.upToDateProperty().get()).isFalse();

    background.remove().run();
    assertThat(model.upToDateProperty().get()).isTrue();
    assertThat(model.planProperty().get().removals()).hasSize(1);
  }

  /**
   * Uses known for a year; the images were made one after the other, long ago, and two not used.
   */
  private static Optional<RecentUses> used(int images) {
    Map<CacheReference, RecentUse> uses = new HashMap<>();
    Instant now = Images.NOON.plus(Duration.ofDays(100));
    pythons(images).cached().stream()
        .limit(images - 2)
        .forEach(
            image ->
                uses.put(
                    image.reference(),
                    new RecentUse(
                        1,
                        new RecentUse.Weighted(1, 1),
                        Optional.of(now),
                        Optional.of(Duration.ofSeconds(9)))));
    return Optional.of(
        new RecentUses(now, Optional.of(now.minus(Duration.ofDays(365))), uses, Map.of()));
  }

  private static PruneModel model(int images, int keep) {
    return model(images, keep, TestThreads.direct());
  }

  private static PruneModel model(int images, int keep, Deque<Runnable> background) {
    return model(images, keep, new UiThreads(Runnable::run, background::add));
  }

  private static PruneModel model(int images, int keep, UiThreads threads) {
    return model(images, keep, Optional.empty(), threads);
  }

  private static PruneModel model(
      int images, int keep, Optional<RecentUses> uses, UiThreads threads) {
    Catalog catalog = pythons(images);
    RemovalPlan known =
        RemovalPlan.of(catalog, new RemovalPolicy.KeepNewest(keep), Pins.Known.NONE, uses);
    return new PruneModel(
        new PruneModel.Known(catalog, Pins.Known.NONE, uses),
        known,
        keep,
        PruneSetting.NEWEST,
        threads);
  }

  private static Catalog pythons(int count) {
    return Images.catalog(
        IntStream.range(0, count)
            .mapToObj(i -> Images.at(i, Images.image("id" + i, name(i))))
            .toArray(EngineImage[]::new));
  }

  private static String name(int number) {
    return "mcp-sandbox-python:%012x".formatted(number);
  }
}
