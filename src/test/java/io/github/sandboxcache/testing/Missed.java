package io.github.sandboxcache.testing;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.MissedSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Sets that sandboxes missed. */
public final class Missed {
  private Missed() {}

  /** The same, cached now. */
  public static MissedSet cached(Language language, String... packages) {
    MissedSet set = of(language, packages);
    return new MissedSet(
        set.reference(),
        set.packages(),
        set.misses(),
        set.waited(),
        set.installTime(),
        set.bytes(),
        set.lastMissed(),
        set.failures(),
        true);
  }

  /** Missed twice at the epoch, waited for a minute, 1,000 bytes. */
  public static MissedSet of(Language language, String... packages) {
    List<String> given = List.of(packages);
    return new MissedSet(
        CacheReference.of(language, CacheKey.of(language, given)),
        Optional.of(given),
        2,
        Optional.of(Duration.ofMinutes(1)),
        Optional.of(Duration.ofSeconds(30)),
        OptionalLong.of(1_000),
        Instant.EPOCH,
        0,
        false);
  }
}
