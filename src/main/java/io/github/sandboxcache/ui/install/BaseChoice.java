package io.github.sandboxcache.ui.install;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.SandboxReference;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.install.InstallSettings;
import java.util.Optional;

/**
 * The base image that an install will start from.
 *
 * @param reference its name
 * @param origin which rule chose it
 * @param found the image, where the engine has it; otherwise it will be pulled
 */
record BaseChoice(String reference, Origin origin, Optional<EngineImage> found) {
  /** Which rule chose it. */
  enum Origin {
    /** The user named it in the dialog. */
    GIVEN,
    /** The sandbox's own base image of that language is on the engine. */
    SANDBOX,
    /** The settings' one for the language. */
    SETTINGS,
    /** Nothing names one for that language. */
    NONE
  }

  /** Chooses as the installer does: the given one, else the sandbox's own, else the settings'. */
  static BaseChoice of(Language language, String given, Catalog catalog, InstallSettings settings) {
    if (!given.isBlank()) {
      return new BaseChoice(given.strip(), Origin.GIVEN, find(catalog, given.strip()));
    }
    String own = SandboxReference.PREFIX + language.name() + ":base";
    Optional<EngineImage> ownImage = find(catalog, own);
    if (ownImage.isPresent()) {
      return new BaseChoice(own, Origin.SANDBOX, ownImage);
    }
    return Optional.ofNullable(settings.baseImages().get(language))
        .map(name -> new BaseChoice(name, Origin.SETTINGS, find(catalog, name)))
        .orElse(new BaseChoice("", Origin.NONE, Optional.empty()));
  }

  private static Optional<EngineImage> find(Catalog catalog, String name) {
    String wanted = withTag(name);
    return catalog.snapshot().images().stream()
        .filter(
            image ->
                image.references().stream()
                    .map(catalog.snapshot().naming()::shortName)
                    .anyMatch(wanted::equals))
        .findFirst();
  }

  private static String withTag(String name) {
    boolean tagged = name.indexOf(':', name.lastIndexOf('/') + 1) >= 0;
    return tagged || name.contains("@") ? name : name + ":latest";
  }
}
