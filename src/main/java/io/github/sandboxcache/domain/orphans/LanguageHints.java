package io.github.sandboxcache.domain.orphans;

import io.github.sandboxcache.domain.cache.BaseReference;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.engine.EngineImage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What tells the language of an image without a name: its label, or the name of an image that it
 * was made from. Only a hint, good for showing; what is proven by a key needs none.
 */
final class LanguageHints {
  /** Images of one language by the last part of their repository; those of Node serve two. */
  private static final Map<String, Language> BY_REPOSITORY =
      Map.of(
          "python", Language.PYTHON,
          "golang", Language.GO,
          "rust", Language.RUST,
          "ruby", Language.RUBY);

  private final EngineSnapshot snapshot;
  private final Map<String, EngineImage> byId = new HashMap<>();

  LanguageHints(EngineSnapshot snapshot) {
    this.snapshot = snapshot;
    snapshot.images().forEach(image -> byId.put(image.id(), image));
  }

  Optional<Language> of(EngineImage image) {
    Set<String> seen = new HashSet<>();
    Optional<EngineImage> at = Optional.of(image);
    while (at.isPresent() && seen.add(at.get().id())) {
      Optional<Language> told = toldBy(at.get());
      if (told.isPresent()) {
        return told;
      }
      at = at.get().parentId().flatMap(id -> Optional.ofNullable(byId.get(id)));
    }
    return Optional.empty();
  }

  private Optional<Language> toldBy(EngineImage image) {
    return Optional.ofNullable(image.labels().get(ImageLabels.LANGUAGE))
        .flatMap(Language::parse)
        .or(() -> image.references().stream().flatMap(r -> toldBy(r).stream()).findFirst());
  }

  private Optional<Language> toldBy(String reference) {
    return snapshot
        .naming()
        .parse(reference)
        .<Optional<Language>>map(
            ours ->
                switch (ours) {
                  case CacheReference cached -> Optional.of(cached.language());
                  case BaseReference base -> Language.parse(base.name()).filter(Language::isKnown);
                })
        .orElseGet(() -> Optional.ofNullable(BY_REPOSITORY.get(repository(reference))));
  }

  /** {@code python} of {@code docker.io/library/python:3.11-slim}. */
  private static String repository(String reference) {
    String last = reference.substring(reference.lastIndexOf('/') + 1);
    int end = last.indexOf(':');
    return end < 0 ? last : last.substring(0, end);
  }
}
