package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.catalog.Catalog;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of an engine's images, and how far it can be relied on.
 *
 * @param catalog the images
 * @param freshness where they come from
 * @param listed when the images were last listed in full, UTC; empty when never
 * @param refreshing whether a full list is on its way
 */
public record CatalogState(
    Catalog catalog, Freshness freshness, Optional<Instant> listed, boolean refreshing) {
  /** Where a catalog comes from. */
  public enum Freshness {
    /** Nothing is known yet. */
    UNKNOWN,
    /** Read from disk, as it was when the app last ran. */
    REMEMBERED,
    /** As the engine has it, kept up by its events. */
    CURRENT,
    /** The engine went away; this is what it had. */
    LOST
  }

  CatalogState with(Catalog other) {
    return new CatalogState(other, freshness, listed, refreshing);
  }

  CatalogState with(Freshness other) {
    return new CatalogState(catalog, other, listed, refreshing);
  }

  CatalogState withRefreshing(boolean now) {
    return new CatalogState(catalog, freshness, listed, now);
  }

  CatalogState listedAt(Catalog fresh, Instant when) {
    return new CatalogState(fresh, Freshness.CURRENT, Optional.of(when), false);
  }
}
