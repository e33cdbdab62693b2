package io.github.sandboxcache.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.ui.base.CacheFilter;
import io.github.sandboxcache.ui.base.CacheFilter.LikeMissed;
import io.github.sandboxcache.ui.base.CacheFilter.OfLanguage;
import io.github.sandboxcache.ui.base.FilterModel;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards that an empty table says why it is empty, and offers what helps. */
class NoMatchTest {
  private final SampleCache sample = SampleCache.believable(Instant.parse("2026-03-04T18:00:00Z"));
  private final Catalog catalog =
      Catalog.of(new EngineSnapshot(sample.images(), sample.containers(), ReferenceNaming.DOCKER));
  private final FilterModel filter = new FilterModel();

  @Test
  void whatWasSearchedForIsNamedAndCanBeCleared() {
    filter.typedProperty().set("  no such ");

    assertThat(now().why()).isEqualTo("No image matches “no such”");
    assertThat(now().takeBack()).isEqualTo("Clear search");
    filter.choose(new OfLanguage(Language.GO));
    assertThat(now().takeBack()).isEqualTo("Clear search and filter");
  }

  @Test
  void aFilterThatNothingPassesIsTakenBackByShowingAll() {
    filter.choose(new CacheFilter.Unused());

    assertThat(now().why()).isEqualTo("No image matches");
    assertThat(now().takeBack()).isEqualTo("Show all images");
    assertThat(now().install()).isEmpty();
  }

  @Test
  void aPackageThatIsInNoImageCanBeInstalled() {
    filter.typedProperty().set("polars==1.12, pyarrow");

    assertThat(now().install())
        .contains(InstallRequest.of(Language.PYTHON, List.of("polars==1.12", "pyarrow")));
    assertThat(now().packages()).isEqualTo("polars, pyarrow");
  }

  @Test
  void itIsInstalledForTheLanguageThatIsLookedAt() {
    filter.choose(new OfLanguage(Language.RUST));
    filter.typedProperty().set("axum");

    assertThat(now().install()).contains(InstallRequest.of(Language.RUST, List.of("axum")));
  }

  @Test
  void aMissedSetCanBeInstalled() {
    CacheReference missed = new CacheReference(Language.RUST, "0123456789ab");
    filter.choose(new LikeMissed(missed, List.of("axum", "tower")));

    assertThat(now().install())
        .contains(InstallRequest.of(Language.RUST, List.of("axum", "tower")));
    filter.choose(new LikeMissed(missed, List.of()));
    assertThat(now().install()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"e6696e3349c7", "e6696e", "--index-url", "numpy;rm"})
  void whatIsNoPackageIsNotOffered(String typed) {
    filter.typedProperty().set(typed);

    assertThat(now().install()).isEmpty();
  }

  @Test
  void whereHitsCannotBeReadItIsNotSaidThatNothingMatches() {
    filter.choose(new CacheFilter.Unused());

    assertThat(NoMatch.of(filter, false, catalog, UiTexts.load("ui")).why())
        .contains("cannot be read");
  }

  @Test
  void aCacheWithoutImagesHasNothingToTakeBack() {
    assertThat(now()).isEqualTo(new NoMatch("No images", "", Optional.empty()));
  }

  private NoMatch now() {
    return NoMatch.of(filter, true, catalog, UiTexts.load("ui"));
  }
}
