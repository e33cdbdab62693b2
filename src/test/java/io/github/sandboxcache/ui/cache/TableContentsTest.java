package io.github.sandboxcache.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.catalog.Images;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.usage.UsageView;
import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.service.CatalogState.Freshness;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.cache.TableContent.Group;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import io.github.sandboxcache.ui.cache.TableRow.MoreRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Guards which rows the table has. */
class TableContentsTest {
  private static final Instant NOW = Instant.parse("2026-03-04T18:00:00Z");

  private final SampleCache sample = SampleCache.believable(NOW);

  @Test
  void aGroupOfMoreThanTenShowsItsEightNewestAndHowManyMoreThereAre() {
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
            content(TableRequest.DEFAULT.with(new TableOrder(column, descending)))
                .groups()
                .getFirst();
        assertThat(python.rows().getLast()).isInstanceOf(MoreRow.class);
        assertThat(python.rows().subList(0, 8)).allMatch(ImageRow.class::isInstance);
      }
    }
  }

  @Test
  void aLongGroupCanShowAllItsImages() {
    TableRequest whole =
        new TableRequest(SearchQuery.ALL, TableOrder.LAST_USED_FIRST, Set.of("python"));

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

  private TableContent content(List<EngineImage> images, TableRequest request) {
    Catalog catalog =
        Images.measured(
            Catalog.of(new EngineSnapshot(images, sample.containers(), ReferenceNaming.DOCKER)));
    CatalogState state = new CatalogState(catalog, Freshness.CURRENT, Optional.of(NOW), false);
    CacheView view = CacheView.of(state, new KeepNewest(3), Pins.Known.NONE, UsageView.EMPTY);
    return new TableContents(view, request, "Base images").content();
  }
}
