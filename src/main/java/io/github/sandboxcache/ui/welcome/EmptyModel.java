package io.github.sandboxcache.ui.welcome;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.install.InstallSettings;
import io.github.sandboxcache.domain.install.Prewarm;
import io.github.sandboxcache.domain.usage.FailedSaves;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.orphans.OrphansView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the page of an empty cache tells: the base images that the engine has already, and what
 * became of what the sandbox installed.
 *
 * @param found in the order of languages, the sandbox's own base images after them
 * @param trouble what failed saves come to, if any
 * @param missed what sandboxes missed most and can be installed ahead
 * @param neverAsked whether no lookup is known, so that no log of the sandbox tells yet
 */
public record EmptyModel(
    List<Found> found, Optional<Trouble> trouble, List<MissedSet> missed, boolean neverAsked) {
  /** Nothing is known. */
  public static final EmptyModel NOTHING =
      new EmptyModel(List.of(), Optional.empty(), List.of(), false);

  /** Copies the lists, so that the record never changes. */
  public EmptyModel {
    found = List.copyOf(found);
    missed = List.copyOf(missed);
  }

  /**
   * A base image that is there.
   *
   * @param language the language it is for, empty when its name does not say
   * @param reference its name
   * @param sizeBytes bytes of all its layers; empty when the engine does not say
   */
  public record Found(String language, String reference, OptionalLong sizeBytes) {}

  /**
   * Why the cache stays empty although the sandbox installs.
   *
   * @param images what its failed saves left without a name
   * @param nameable how many of them can be named
   * @param reading whether that is just being found out
   * @param saves the installs of the last 7 days that were not saved
   * @param lasting whether none worked since
   */
  public record Trouble(
      int images, int nameable, boolean reading, FailedSaves saves, boolean lasting) {
    /** What there is on an engine; empty when nothing failed, as far as anything tells. */
    static Optional<Trouble> of(OrphansView orphans, boolean reading) {
      return orphans.rows().isEmpty() && !orphans.cannotSave() && !orphans.missesWithoutImage()
          ? Optional.empty()
          : Optional.of(
              new Trouble(
                  orphans.rows().size(),
                  orphans.nameable().size(),
                  reading,
                  orphans.unsaved(),
                  orphans.cannotSave()));
    }
  }

  /** Finds it in a cache. */
  public static EmptyModel of(
      CacheView cache, InstallSettings settings, OrphansView orphans, boolean reading) {
    Catalog catalog = cache.state().catalog();
    List<Found> found = new ArrayList<>();
    Language.KNOWN.forEach(language -> addDefault(language, catalog, settings, found));
    catalog
        .base()
        .forEach(
            base ->
                found.add(
                    new Found(
                        base.reference().name(),
                        base.reference().toString(),
                        base.image().sizeBytes())));
    return new EmptyModel(
        found,
        Trouble.of(orphans, reading),
        Prewarm.of(cache.usage().missed()).top(Prewarm.DEFAULT_COUNT),
        cache.usage().recent().filter(uses -> !uses.anyLookups()).isPresent());
  }

  private static void addDefault(
      Language language, Catalog catalog, InstallSettings settings, List<Found> found) {
    String wanted = settings.baseImages().getOrDefault(language, "");
    catalog.snapshot().images().stream()
        .filter(
            image ->
                image.references().stream()
                    .map(catalog.snapshot().naming()::shortName)
                    .anyMatch(wanted::equals))
        .findFirst()
        .ifPresent(i -> found.add(new Found(language.name(), wanted, i.sizeBytes())));
  }
}
