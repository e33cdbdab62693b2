package io.github.sandboxcache.ui.welcome;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.install.InstallSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The base images that the engine has already, for the page of an empty cache.
 *
 * @param found in the order of languages, the sandbox's own base images after them
 */
public record EmptyModel(List<Found> found) {
  /**
   * A base image that is there.
   *
   * @param language the language it is for, empty when its name does not say
   * @param reference its name
   * @param sizeBytes bytes of all its layers; empty when the engine does not say
   */
  public record Found(String language, String reference, OptionalLong sizeBytes) {}

  /** Finds them in a catalog. */
  public static EmptyModel of(Catalog catalog, InstallSettings settings) {
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
    return new EmptyModel(List.copyOf(found));
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
