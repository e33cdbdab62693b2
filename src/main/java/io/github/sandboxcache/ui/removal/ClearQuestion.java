package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is asked before the cache is cleared. Immutable: what was announced is what runs.
 *
 * @param plan what would be removed, and what would be kept
 * @param groups what is removed, by language
 * @param baseImages how many base images are kept, as always
 */
record ClearQuestion(RemovalPlan plan, List<Group> groups, int baseImages) {
  ClearQuestion {
    groups = List.copyOf(groups);
  }

  /**
   * What is removed of one language.
   *
   * @param freed what that frees
   */
  record Group(Language language, int images, Optional<ByteCount> freed) {}

  /** Works out a clear. */
  static ClearQuestion of(Catalog catalog, Pins pins) {
    RemovalPlan plan = RemovalPlan.of(catalog, new RemovalPolicy.Everything(), pins);
    Map<Language, List<CachedImage>> byLanguage = new TreeMap<>();
    plan.removals()
        .forEach(
            image ->
                byLanguage.computeIfAbsent(image.language(), _ -> new ArrayList<>()).add(image));
    List<Group> groups =
        byLanguage.entrySet().stream()
            .map(
                e ->
                    new Group(
                        e.getKey(),
                        e.getValue().size(),
                        Catalog.freedBy(e.getValue(), plan.layers())))
            .toList();
    return new ClearQuestion(plan, groups, catalog.base().size());
  }
}
