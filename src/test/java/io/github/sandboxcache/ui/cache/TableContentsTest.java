package io.github.sandboxcache.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleUsage;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.catalog.Images;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.usage.SavedPerGb;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.domain.usage.UsageView;
import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.service.CatalogState.Freshness;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.ui.base.CacheFilter;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.cache.TableContent.Group;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import io.github.sandboxcache.ui.cache.TableRow.MoreRow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Guards which rows the table has. */
class TableContentsTest {
  private static final Instant NOW = Instant.parse("2026-03-04T18:00:00Z");
  private static final Optional<CacheFilter> UNUSED = Optional.of(new CacheFilter.Unused());
  private static final Instant MONTH_AGO = NOW.minus(Duration.ofDays(30));

  private final SampleCache sample = SampleCache.believable(NOW);

  @Test
  void aGroupOfMoreThanTenShowsItsFirstEightAndHowManyMoreThereAre() {
    Group python = content(TableRequest.DEFAULT).groups().getFirst();

    assertThat(python.head().name()).isEqualTo("Python");
    assertThat(python.head().images()).isEqualTo(14);
    assertThat(python.rows()).hasSize(9);
    assertThat(python.rows().getLast())
        .isInstanceOfSatisfying(MoreRow.class, more -> assertThat(more.hidden()).isEqualTo(6));
  }

  @Test
  void theMoreRowStaysLastUnderAnyOrder() {
    for (TableOrder.Column column : TableOrder.Column.values()) {
      for (boolean descending : List.of(true, false)) {
        Group python =
            python(content(TableRequest.DEFAULT.with(new TableOrder(column, descending))));
        assertThat(python.rows().getLast()).isInstanceOf(MoreRow.class);
        assertThat(python.rows().subList(0, 8)).allMatch(ImageRow.class::isInstance);
      }
    }
  }

  /** What was sorted after the cut would never show the largest of an old group. */
  @Test
  void allImagesAreOrderedBeforeTheFirstEightAreShown() {
    for (TableOrder.Column column : TableOrder.Column.values()) {
      TableRequest folded = TableRequest.DEFAULT.with(column.first());
      List<TableRow> whole = python(used(folded.toggled("python"))).rows();
      List<TableRow> shown = python(used(folded)).rows();

      assertThat(shown.subList(0, 8)).as(column.name()).isEqualTo(whole.subList(0, 8));
      assertThat(whole).hasSize(15);
    }
  }

  @Test
  void theGroupsAreOrderedByTheSameColumn() {
    List<Group> bySize = used(TableRequest.DEFAULT.with(TableOrder.Column.OWN.first())).groups();
    List<Group> bySaved = used(TableRequest.DEFAULT.with(TableOrder.Column.SAVED.first())).groups();
    List<Group> byHits =
        used(TableRequest.DEFAULT.with(TableOrder.Column.HITS.first().reversed())).groups();

    assertThat(images(bySize))
        .extracting(group -> group.head().ownBytes())
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(images(bySaved))
        .extracting(group -> group.head().saved().seconds().orElseThrow())
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(images(byHits)).extracting(group -> group.head().hits()).isSorted();
    assertThat(bySize.getLast().head().base()).isTrue();
  }

  /** Each hit would move a group under the pointer. */
  @Test
  void groupsKeepTheOrderOfLanguagesWhileWhatWasUsedLastComesFirst() {
    assertThat(images(used(TableRequest.DEFAULT).groups()))
        .extracting(group -> group.head().key())
        .containsExactly("python", "typescript", "javascript", "go", "rust", "bash");
  }

  @Test
  void whatIsNotShownNamesTheImageThatSavesLeastForItsBytes() {
    TableRequest bySaved = TableRequest.DEFAULT.with(TableOrder.Column.SAVED.first());
    MoreRow more = (MoreRow) python(used(bySaved)).rows().getLast();
    List<ImageRow> whole =
        python(used(bySaved.toggled("python"))).rows().stream()
            .filter(ImageRow.class::isInstance)
            .map(ImageRow.class::cast)
            .toList();

    // Nobody hit some of them: of these, the largest.
    ImageRow least =
        whole.subList(8, whole.size()).stream()
            .filter(row -> row.hits() == 0)
            .max(Comparator.comparingLong(row -> row.own().orElseThrow().bytes()))
            .orElseThrow();
    assertThat(more.leastValue().orElseThrow().packages()).isEqualTo(least.image().packages());
    assertThat(more.leastValue().orElseThrow().hits()).isEqualTo(least.hits());
  }

  @Test
  void nothingIsSaidOfWhatImagesSaveWhileNobodyHasLooked() {
    assertThat(images(content(TableRequest.DEFAULT).groups()))
        .allSatisfy(group -> assertThat(group.head().saved()).isEqualTo(SavedPerGb.UNKNOWN));
  }

  @Test
  void theUnusedAreThoseWithoutAHitInThirtyDaysAndTheirBytesAreTold() {
    UsageView usage = usageWithoutHitsOf("fastapi");
    TableContent unused =
        content(
            sample.images(),
            usage,
            TableRequest.DEFAULT.with(UNUSED).with(TableOrder.Column.OWN.first()));

    List<ImageRow> rows =
        unused.groups().stream()
            .flatMap(group -> group.rows().stream())
            .map(ImageRow.class::cast)
            .toList();
    // The one with fastapi was made five hours ago: it has had no chance yet.
    assertThat(rows)
        .extracting(row -> row.packages().getFirst().name())
        .containsExactly("pandas", "spacy", "jupyterlab", "d3");
    assertThat(rows)
        .allMatch(row -> row.image().image().createdAt().orElseThrow().isBefore(MONTH_AGO));
    assertThat(unused.unused().orElseThrow().images()).isEqualTo(rows.size());
    assertThat(unused.unused().orElseThrow().since()).isEmpty();
    assertThat(unused.unused().orElseThrow().freed().orElseThrow().bytes())
        .isGreaterThanOrEqualTo(
            rows.stream().mapToLong(row -> row.own().orElseThrow().bytes()).sum());
  }

  @Test
  void whereHitsAreKnownForLessTimeItIsSaidSinceWhen() {
    Instant first = NOW.minus(Duration.ofDays(5));
    UsageView usage = usageOf("of five days", fact -> fact.time().isAfter(first));

    TableContent content = content(sample.images(), usage, TableRequest.DEFAULT.with(UNUSED));

    assertThat(content.unused().orElseThrow().since().orElseThrow())
        .isBetween(first, first.plus(Duration.ofDays(1)));
  }

  @Test
  void whereNobodyHasLookedNothingIsCalledUnused() {
    TableContent content = content(TableRequest.DEFAULT.with(UNUSED));

    assertThat(content.groups()).isEmpty();
    assertThat(content.unused().orElseThrow().known()).isFalse();
  }

  private static Group python(TableContent content) {
    return content.groups().stream()
        .filter(group -> group.head().key().equals("python"))
        .findFirst()
        .orElseThrow();
  }

  private static List<Group> images(List<Group> groups) {
    return groups.stream().filter(group -> !group.head().base()).toList();
  }

  @Test
  void aLongGroupCanShowAllItsImages() {
    TableRequest whole =
        new TableRequest(
            SearchQuery.ALL, Optional.empty(), TableOrder.LAST_USED_FIRST, Set.of("python"));

    assertThat(content(whole).groups().getFirst().rows()).hasSize(15);
  }

  @Test
  void searchFindsByPackageKeyAndLanguageAndShowsAllThatMatch() {
    assertThat(searchFor("numpy").groups())
        .flatExtracting(Group::rows)
        .hasSize(imagesWith("numpy"))
        .allSatisfy(row -> assertThat(((ImageRow) row).packages()).asString().contains("numpy"));
    assertThat(searchFor("python").groups().getFirst().rows())
        .hasSize(14)
        .allMatch(ImageRow.class::isInstance);
    ImageRow any = (ImageRow) content(TableRequest.DEFAULT).groups().getFirst().rows().getFirst();
    assertThat(searchFor(any.image().reference().tag().toUpperCase(Locale.ROOT)).images())
        .isEqualTo(1);
    assertThat(searchFor("python numpy pandas").images())
        .isLessThan(searchFor("python numpy").images())
        .isPositive();
    assertThat(searchFor("no such thing").groups()).isEmpty();
  }

  @Test
  void baseImagesAreAGroupOfTheirOwnAndNotCounted() {
    TableContent content = content(TableRequest.DEFAULT);

    assertThat(content.groups().getLast().head().base()).isTrue();
    assertThat(content.groups().getLast().rows()).hasSize(2);
    assertThat(content.images()).isEqualTo(42);
  }

  @Test
  void anUnknownLanguageIsAGroupOfItsOwn() {
    EngineImage zig =
        new EngineImage(
            "sha256:1",
            List.of("mcp-sandbox-zig:0123456789ab"),
            OptionalLong.of(1_000_000),
            OptionalLong.empty(),
            Optional.of(NOW),
            Optional.empty(),
            Map.of());

    Group group = content(List.of(zig), TableRequest.DEFAULT).groups().getFirst();

    assertThat(group.head().name()).isEqualTo("zig");
    assertThat(group.head().languageClass()).isEqualTo("lang-other");
  }

  @Test
  void aChangeNamesOnlyTheRowsThatShowSomethingElse() {
    TableContent before = content(TableRequest.DEFAULT);
    List<EngineImage> images = new ArrayList<>(sample.images());
    EngineImage first = images.getFirst();
    images.set(0, first.withSharedBytes(OptionalLong.of(1)));

    TableChange change = TableChange.between(before, content(images, TableRequest.DEFAULT));

    assertThat(change.sameGroups()).isTrue();
    assertThat(change.groups()).allMatch(TableChange.GroupChange::sameRows);
    assertThat(change.groups())
        .flatExtracting(
            group -> group.changedRows().stream().map(i -> group.group().rows().get(i)).toList())
        .singleElement()
        .isInstanceOfSatisfying(
            ImageRow.class, row -> assertThat(row.image().image().id()).isEqualTo(first.id()));
    assertThat(TableChange.between(before, before).groups())
        .allMatch(group -> group.changedRows().isEmpty() && !group.headChanged());
  }

  private int imagesWith(String name) {
    return (int)
        sample.images().stream()
            .filter(image -> image.labels().values().stream().anyMatch(v -> v.contains(name)))
            .count();
  }

  private TableContent searchFor(String typed) {
    return content(TableRequest.DEFAULT.with(SearchQuery.of(typed)));
  }

  private TableContent content(TableRequest request) {
    return content(sample.images(), request);
  }

  private UsageView usageWithoutHitsOf(String... packages) {
    Set<String> forgotten =
        sample.images().stream()
            .filter(
                image ->
                    Stream.of(packages)
                        .anyMatch(
                            name ->
                                image.labels().values().stream()
                                    .anyMatch(label -> label.contains(name))))
            .flatMap(image -> image.references().stream())
            .collect(Collectors.toSet());
    return usageOf(
        "without hits of " + List.of(packages),
        fact -> !forgotten.contains(fact.reference().toString()));
  }

  private UsageView usageOf(String name, Predicate<UsageFact> which) {
    UsageLedger ledger =
        Ledgers.knowing(name, () -> SampleUsage.of(sample, NOW).stream().filter(which).toList());
    return UsageView.of(ledger, Set.of(), UsageRange.WEEK, NOW, ZoneOffset.UTC);
  }

  /** The same with what is known of the sample's use. */
  private TableContent used(TableRequest request) {
    return content(sample.images(), usageOf("all of the sample", _ -> true), request);
  }

  private TableContent content(List<EngineImage> images, TableRequest request) {
    return content(images, UsageView.EMPTY, request);
  }

  private TableContent content(List<EngineImage> images, UsageView usage, TableRequest request) {
    Catalog catalog =
        Images.measured(
            Catalog.of(new EngineSnapshot(images, sample.containers(), ReferenceNaming.DOCKER)));
    CatalogState state = new CatalogState(catalog, Freshness.CURRENT, Optional.of(NOW), false);
    CacheView view = CacheView.of(state, new KeepNewest(3), Pins.Known.NONE, usage);
    return new TableContents(view, request, List.of(), "Base images", _ -> Optional.empty())
        .content();
  }
}
