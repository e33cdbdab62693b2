package io.github.sandboxcache.domain.usage;

import io.github.sandboxcache.domain.cache.Language;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which facts are asked for; everything that is empty leaves all in.
 *
 * @param range when they happened
 * @param language of which language
 * @param key of which key, the twelve digits of the tag
 * @param kind of which kind
 * @param limit how many at most, the newest
 */
public record FactQuery(
    TimeRange range,
    Optional<Language> language,
    Optional<String> key,
    Optional<FactKind> kind,
    OptionalInt limit) {
  /** All facts. */
  public static final FactQuery ALL =
      new FactQuery(
          TimeRange.ALL, Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty());
}
