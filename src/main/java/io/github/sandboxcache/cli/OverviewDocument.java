package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.engine.EngineDescription;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The document of an agent's first look: of {@code stats}, what fits into a few lines. All of it
 * but images and bytes is of all time.
 *
 * @param engine which engine has the cache
 */
record OverviewDocument(
    Engine engine,
    int images,
    @Nullable Long sizeBytes,
    @Nullable Long onDiskBytes,
    @Nullable Long hits,
    @Nullable Long misses,
    @Nullable BigDecimal hitRate,
    @Nullable Long savedMs,
    @Nullable String lastUsedAt,
    List<StatsDocument.OfLanguage> languages,
    @Nullable List<StatsDocument.TopPackage> topPackages) {

  /**
   * An engine.
   *
   * @param sample whether everything in it is made up
   */
  record Engine(String product, String version, String endpoint, boolean sample) {}

  static OverviewDocument of(EngineDescription engine, StatsDocument stats) {
    return new OverviewDocument(
        new Engine(engine.product(), engine.version(), engine.endpoint(), engine.sample()),
        stats.images(),
        stats.sizeBytes(),
        stats.onDiskBytes(),
        stats.hits(),
        stats.misses(),
        stats.hitRate(),
        stats.savedMs(),
        stats.lastUsedAt(),
        stats.languages(),
        stats.topPackages());
  }
}
