package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.catalog.Images;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.RemovalPolicy.UnusedFor;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.domain.usage.UsageView;
import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.service.CatalogState.Freshness;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.cache.TableRow.GroupRow;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The believable cache with its past, as the window shows it. */
record UsedSample(CacheView view) {
  private static final Instant NOW = Instant.parse("2026-03-04T18:00:00Z");

  static UsedSample in(UsageRange range) {
    SampleCache sample = SampleCache.believable(NOW);
    Catalog catalog =
        Images.measured(
            Catalog.of(
                new EngineSnapshot(sample.images(), sample.containers(), ReferenceNaming.DOCKER)));
    try (UsageLedger ledger = Ledgers.sample(NOW)) {
      return new UsedSample(
          CacheView.of(
              new CatalogState(catalog, Freshness.CURRENT, Optional.of(NOW), false),
              new UnusedFor(Duration.ofDays(14)),
              Pins.Known.NONE,
              UsageView.of(ledger, catalog.references(), range, NOW, ZoneOffset.UTC)));
    }
  }

  /** The row of a language. */
  GroupRow group(Language language) {
    return content().groups().stream()
        .map(TableContent.Group::head)
        .filter(head -> head.key().equals(language.name()))
        .findFirst()
        .orElseThrow();
  }

  /** The row of the image with that package. */
  ImageRow image(String packageAsGiven) {
    return content().groups().stream()
        .flatMap(group -> group.rows().stream())
        .filter(ImageRow.class::isInstance)
        .map(ImageRow.class::cast)
        .filter(row -> row.image().packages().orElse(List.of()).contains(packageAsGiven))
        .findFirst()
        .orElseThrow();
  }

  private TableContent content() {
    TableRequest whole = TableRequest.DEFAULT;
    for (String language : Set.of("python", "javascript")) {
      whole = whole.toggled(language);
    }
    return new TableContents(view, whole, List.of(), "Base images", _ -> Optional.empty())
        .content();
  }
}
