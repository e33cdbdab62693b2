package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import io.github.sandboxcache.domain.install.PackageName;
import io.github.sandboxcache.domain.registry.Presence;
import io.github.sandboxcache.domain.registry.TeamCache;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.ui.base.CacheFilter;
import io.github.sandboxcache.ui.base.CacheFilter.HitWithin;
import io.github.sandboxcache.ui.base.CacheFilter.InRegistry;
import io.github.sandboxcache.ui.base.CacheFilter.LikeMissed;
import io.github.sandboxcache.ui.base.CacheFilter.OfLanguage;
import io.github.sandboxcache.ui.base.CacheFilter.OneImage;
import io.github.sandboxcache.ui.base.CacheFilter.Unused;
import io.github.sandboxcache.ui.base.CacheFilter.WithPackage;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which images a filter lets through. Made and used off the FX thread.
 *
 * @param images whether an image passes
 * @param known whether what the filter goes by could be read; otherwise no image passes
 */
record Filtered(Predicate<CachedImage> images, boolean known) {
  /** Lets all through. */
  static final Filtered ALL = known(_ -> true);

  /**
   * Works out what passes.
   *
   * @param unused tells what nobody has hit of late
   * @param team what is known of the team's registry
   * @param hits gives the images with a hit in a span of time; empty when they cannot be read
   */
  static Filtered by(
      CacheFilter filter,
      UnusedImages unused,
      TeamCache team,
      Function<TimeRange, Optional<Set<CacheReference>>> hits) {
    return switch (filter) {
      case OfLanguage(Language language) -> known(image -> image.language().equals(language));
      case WithPackage(Language language, String name) ->
          known(
              image ->
                  image.language().equals(language)
                      && asked(image).anyMatch(name.toLowerCase(Locale.ROOT)::equals));
      case OneImage(CacheReference reference) ->
          known(image -> image.reference().equals(reference));
      case LikeMissed(CacheReference missed, List<String> packages) ->
          known(hasAll(missed.language(), packages));
      case HitWithin span ->
          hits.apply(span.range())
              .map(
                  hit ->
                      known(
                          image ->
                              hit.contains(image.reference())
                                  && span.language().stream().allMatch(image.language()::equals)))
              .orElse(new Filtered(_ -> false, false));
      case InRegistry() ->
          new Filtered(
              image -> team.presence(image.reference()) instanceof Presence.There,
              team.listing().isPresent());
      case Unused() -> new Filtered(unused::matches, unused.uses().isPresent());
    };
  }

  private static Filtered known(Predicate<CachedImage> images) {
    return new Filtered(images, true);
  }

  private static Predicate<CachedImage> hasAll(Language language, List<String> packages) {
    Set<String> wanted = names(language, packages).collect(Collectors.toUnmodifiableSet());
    return image ->
        !wanted.isEmpty()
            && image.language().equals(language)
            && Stream.concat(asked(image), inside(image))
                .collect(Collectors.toSet())
                .containsAll(wanted);
  }

  private static Stream<String> asked(CachedImage image) {
    return names(image.language(), image.packages().orElse(List.of()));
  }

  private static Stream<String> inside(CachedImage image) {
    return image.contents().stream()
        .flatMap(contents -> contents.packages().stream())
        .map(InstalledPackage::name)
        .map(name -> name.toLowerCase(Locale.ROOT));
  }

  private static Stream<String> names(Language language, Collection<String> packages) {
    return packages.stream()
        .map(given -> PackageName.of(language, given).name().toLowerCase(Locale.ROOT));
  }
}
