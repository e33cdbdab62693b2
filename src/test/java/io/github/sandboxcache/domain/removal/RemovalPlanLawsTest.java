package io.github.sandboxcache.domain.removal;

import static io.github.sandboxcache.domain.catalog.Images.NOON;
import static io.github.sandboxcache.domain.catalog.Images.at;
import static io.github.sandboxcache.domain.catalog.Images.childOf;
import static io.github.sandboxcache.domain.catalog.Images.container;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static io.github.sandboxcache.domain.catalog.Images.measured;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Budget;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepUsed;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Rule;
import io.github.sandboxcache.domain.removal.RemovalPolicy.UnusedFor;
import io.github.sandboxcache.domain.usage.RecentUse;
import io.github.sandboxcache.domain.usage.RecentUses;
import io.github.sandboxcache.testing.TestPins;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws that hold for every cache, however tangled. */
class RemovalPlanLawsTest {
  @Property(tries = 300)
  void everyCachedImageGoesOrStaysOnce(@ForAll long seed, @ForAll @IntRange(max = 4) int keep) {
    Catalog catalog = anyCatalog(seed);
    RemovalPlan plan = RemovalPlan.of(catalog, new KeepNewest(keep), Pins.Known.NONE);
    List<CachedImage> both = new ArrayList<>(plan.removals());
    plan.kept().forEach(kept -> both.add(kept.image()));
    assertThat(both).containsExactlyInAnyOrderElementsOf(catalog.cached());
  }

  @Property(tries = 300)
  void nothingUsedAndNoParentOfWhatStaysEverGoes(
      @ForAll long seed, @ForAll @IntRange(max = 4) int keep) {
    Catalog catalog = anyCatalog(seed);
    RemovalPlan plan = RemovalPlan.of(catalog, new KeepNewest(keep), Pins.Known.NONE);
    List<EngineImage> after = after(catalog, plan);
    for (CachedImage going : plan.removals()) {
      assertThat(going.users().containers()).isEmpty();
      assertThat(after)
          .noneMatch(image -> image.parentId().filter(going.image().id()::equals).isPresent());
    }
  }

  @Property(tries = 300)
  void nothingPinnedEverGoes(@ForAll long seed, @ForAll @IntRange(max = 4) int keep) {
    Catalog catalog = anyCatalog(seed);
    Pins pins = anyPins(seed, catalog);
    for (RemovalPolicy policy : policies(keep, catalog)) {
      RemovalPlan plan = RemovalPlan.of(catalog, policy, pins, anyUses(seed, catalog));
      assertThat(plan.removals()).noneMatch(image -> pins.isMarked(image.reference()));
      assertThat(plan.removals()).allMatch(image -> image.users().containers().isEmpty());
      assertThat(plan.kept().stream().filter(kept -> kept.reason() instanceof KeepReason.Pinned))
          .allMatch(kept -> pins.isMarked(kept.image().reference()));
    }
  }

  @Property(tries = 300)
  void whilePinsCannotBeReadNothingGoes(@ForAll long seed, @ForAll @IntRange(max = 4) int keep) {
    Catalog catalog = anyCatalog(seed);
    for (RemovalPolicy policy : policies(keep, catalog)) {
      Pins unreadable = new TestPins().damage().read();
      assertThat(RemovalPlan.of(catalog, policy, unreadable, anyUses(seed, catalog)).removals())
          .isEmpty();
    }
  }

  @Property(tries = 300)
  void aChoiceTakesNothingElse(@ForAll long seed) {
    Catalog catalog = anyCatalog(seed);
    RemovalPolicy.Chosen chosen = anyChoice(catalog);
    RemovalPlan plan = RemovalPlan.of(catalog, chosen, Pins.Known.NONE);
    List<CachedImage> both = new ArrayList<>(plan.removals());
    plan.kept().forEach(kept -> both.add(kept.image()));
    assertThat(both).allMatch(image -> chosen.references().contains(image.reference()));
    List<EngineImage> after = after(catalog, plan);
    assertThat(plan.removals())
        .allMatch(
            going ->
                after.stream()
                    .noneMatch(
                        image -> image.parentId().filter(going.image().id()::equals).isPresent()));
  }

  private static List<RemovalPolicy> policies(int keep, Catalog catalog) {
    List<RemovalPolicy> policies = new ArrayList<>(rules(keep));
    policies.addAll(List.of(new RemovalPolicy.Everything(), anyChoice(catalog)));
    return policies;
  }

  private static List<Rule> rules(int keep) {
    return List.of(
        new KeepNewest(keep),
        new KeepUsed(keep),
        new UnusedFor(Duration.ofSeconds(1 + keep)),
        new Budget(150L * keep));
  }

  /** Uses of some images, known for longer than any rule asks. */
  private static Optional<RecentUses> anyUses(long seed, Catalog catalog) {
    Random random = new Random(seed);
    Map<CacheReference, RecentUse> uses = new HashMap<>();
    for (CacheReference reference : some(random, catalog)) {
      long hits = random.nextInt(4);
      uses.put(
          reference,
          new RecentUse(
              hits,
              new RecentUse.Weighted(hits, hits),
              Optional.of(NOON.plusSeconds(random.nextInt(6))),
              random.nextBoolean()
                  ? Optional.of(Duration.ofSeconds(1 + random.nextInt(3)))
                  : Optional.empty()));
    }
    return Optional.of(
        new RecentUses(NOON.plusSeconds(6), Optional.of(NOON.minusSeconds(1_000)), uses, Map.of()));
  }

  @Property(tries = 1_000)
  void aSecondPruneByAnyRuleFindsNothingToDo(
      @ForAll long seed, @ForAll @IntRange(max = 4) int keep) {
    Catalog catalog = measured(anyCatalog(seed));
    for (Rule rule : rules(keep)) {
      Optional<RecentUses> uses = anyUses(seed, catalog);
      RemovalPlan first = RemovalPlan.of(catalog, rule, Pins.Known.NONE, uses);
      Catalog left = measured(Catalog.of(catalog.snapshot().withImages(after(catalog, first))));
      assertThat(RemovalPlan.of(left, rule, Pins.Known.NONE, uses).removals())
          .as("%s", rule)
          .isEmpty();
    }
  }

  @Property(tries = 1_000)
  void whoKeepsMoreRemovesNothingElse(
      @ForAll long seed, @ForAll @IntRange(max = 4) int keep, @ForAll @IntRange(max = 4) int more) {
    Catalog catalog = measured(withoutFamilies(anyCatalog(seed)));
    Optional<RecentUses> uses = anyUses(seed, catalog);
    List<Rule> strict = rules(keep);
    List<Rule> generous = rules(keep + more);
    for (int i = 0; i < strict.size(); i++) {
      assertThat(RemovalPlan.of(catalog, strict.get(i), Pins.Known.NONE, uses).removals())
          .as("%s", strict.get(i))
          .containsAll(RemovalPlan.of(catalog, generous.get(i), Pins.Known.NONE, uses).removals());
    }
  }

  @Property(tries = 1_000)
  void theOrderInWhichTheEngineListsImagesDoesNotMatter(
      @ForAll long seed, @ForAll @IntRange(max = 4) int keep) {
    Catalog catalog = measured(anyCatalog(seed));
    List<EngineImage> images = new ArrayList<>(catalog.snapshot().images());
    Collections.shuffle(images, new Random(seed));
    Catalog shuffled = measured(Catalog.of(catalog.snapshot().withImages(images)));
    Optional<RecentUses> uses = anyUses(seed, catalog);
    for (Rule rule : rules(keep)) {
      assertThat(names(RemovalPlan.of(shuffled, rule, Pins.Known.NONE, uses)))
          .as("%s", rule)
          .isEqualTo(names(RemovalPlan.of(catalog, rule, Pins.Known.NONE, uses)));
    }
  }

  private static Set<String> names(RemovalPlan plan) {
    return plan.removals().stream().map(CachedImage::engineReference).collect(Collectors.toSet());
  }

  /** A parent that must wait for its children makes any rule keep more than it says. */
  private static Catalog withoutFamilies(Catalog catalog) {
    return Catalog.of(
        catalog
            .snapshot()
            .withImages(
                catalog.snapshot().images().stream()
                    .map(
                        image ->
                            new EngineImage(
                                image.id(),
                                image.references(),
                                image.sizeBytes(),
                                image.sharedBytes(),
                                image.createdAt(),
                                Optional.empty(),
                                image.labels()))
                    .toList()));
  }

  private static RemovalPolicy.Chosen anyChoice(Catalog catalog) {
    Random random = new Random(catalog.cached().size());
    return new RemovalPolicy.Chosen(some(random, catalog));
  }

  private static Pins anyPins(long seed, Catalog catalog) {
    return new Pins.Known(some(new Random(seed), catalog));
  }

  private static Set<CacheReference> some(Random random, Catalog catalog) {
    return catalog.cached().stream()
        .filter(_ -> random.nextInt(3) == 0)
        .map(CachedImage::reference)
        .collect(Collectors.toSet());
  }

  @Property(tries = 300)
  void aSecondPruneFindsNothingToDo(@ForAll long seed, @ForAll @IntRange(max = 4) int keep) {
    Catalog catalog = anyCatalog(seed);
    RemovalPlan first = RemovalPlan.of(catalog, new KeepNewest(keep), Pins.Known.NONE);
    Catalog left = Catalog.of(catalog.snapshot().withImages(after(catalog, first)));
    assertThat(RemovalPlan.of(left, new KeepNewest(keep), Pins.Known.NONE).removals()).isEmpty();
  }

  @Property(tries = 300)
  void childrenStandBeforeTheirParents(@ForAll long seed) {
    RemovalPlan plan = RemovalPlan.of(anyCatalog(seed), new KeepNewest(0), Pins.Known.NONE);
    List<String> order = plan.removals().stream().map(i -> i.image().id()).toList();
    for (CachedImage child : plan.removals()) {
      child
          .image()
          .parentId()
          .filter(order::contains)
          .ifPresent(
              parent ->
                  assertThat(order.lastIndexOf(child.image().id()))
                      .isLessThan(order.indexOf(parent)));
    }
  }

  /** Images of two languages and foreign ones, with tags, parents and containers at random. */
  private static Catalog anyCatalog(long seed) {
    Random random = new Random(seed);
    List<EngineImage> images = new ArrayList<>();
    List<EngineContainer> containers = new ArrayList<>();
    int count = random.nextInt(20);
    for (int i = 0; i < count; i++) {
      EngineImage image = at(random.nextInt(5), image("id" + i, references(random, i)));
      images.add(
          random.nextInt(3) == 0 && i > 0 ? childOf("id" + random.nextInt(i), image) : image);
      if (random.nextInt(8) == 0) {
        containers.add(container("c" + i, "id" + i));
      }
    }
    return Catalog.of(new EngineSnapshot(images, containers, ReferenceNaming.DOCKER));
  }

  private static String[] references(Random random, int number) {
    List<String> references = new ArrayList<>();
    for (int tag = random.nextInt(3); tag > 0; tag--) {
      Language language = random.nextBoolean() ? Language.GO : Language.RUST;
      references.add("mcp-sandbox-%s:%011x%d".formatted(language, number, tag));
    }
    if (random.nextInt(6) == 0) {
      references.add("team/app:" + number);
    }
    return references.toArray(String[]::new);
  }

  private static List<EngineImage> after(Catalog catalog, RemovalPlan plan) {
    Map<String, List<String>> gone = new HashMap<>();
    for (CachedImage image : plan.removals()) {
      gone.computeIfAbsent(image.image().id(), _ -> new ArrayList<>()).add(image.engineReference());
    }
    List<EngineImage> left = new ArrayList<>();
    for (EngineImage image : catalog.snapshot().images()) {
      List<String> references = new ArrayList<>(image.references());
      references.removeAll(gone.getOrDefault(image.id(), List.of()));
      if (!references.isEmpty() || !gone.containsKey(image.id())) {
        left.add(image.withReferences(references));
      }
    }
    return left;
  }
}
