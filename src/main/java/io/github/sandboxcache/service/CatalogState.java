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
 * @param lostBy why the engine went away, in its own words, untrusted; empty while it is there
 */
public record CatalogState(
    Catalog catalog,
    Freshness freshness,
    Optional<Instant> listed,
    boolean refreshing,
    String lostBy) {
  /** A state in which nothing has gone wrong, or nobody said what. */
  public CatalogState(
      Catalog catalog, Freshness freshness, Optional<Instant> listed, boolean refreshing) {
    this(catalog, freshness, listed, refreshing, "");
  }

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
    return new CatalogState(other, freshness, listed, refreshing, lostBy);
  }

  /** The engine went away for that reason; this is what it had. */
  public CatalogState lost(String why) {
    return new CatalogState(catalog, Freshness.LOST, listed, false, why);
  }

  CatalogState withRefreshing(boolean now) {
    return new CatalogState(catalog, freshness, listed, now, lostBy);
  }

  CatalogState listedAt(Catalog fresh, Instant when) {
    return new CatalogState(fresh, Freshness.CURRENT, Optional.of(when), false);
  }
}
