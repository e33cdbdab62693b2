package io.github.sandboxcache.domain.usage;

/** How finely lookups are counted over time. */
public enum Resolution {
  /** By hours of UTC. */
  HOUR,
  /** By days of UTC; the finest there is for facts older than the retention. */
  DAY
}
