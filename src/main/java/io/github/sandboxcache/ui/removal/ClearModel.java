package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a clear would do, as it is asked about. Immutable: what was announced is what runs.
 *
 * @param plan the plan
 * @param groups what goes, by language
 * @param freed what it frees
 * @param baseImages how many base images stay, as always
 */
public record ClearModel(RemovalPlan plan, List<Group> groups, FreedBytes freed, int baseImages) {
  /**
   * What goes of one language.
   *
   * @param language the language
   * @param images how many images
   * @param freed what they free
   */
  public record Group(Language language, int images, FreedBytes freed) {}

  /** Works a clear of that catalog out. */
  public static ClearModel of(Catalog catalog, Pins pins) {
    RemovalPlan plan = RemovalPlan.of(catalog, new RemovalPolicy.Everything(), pins);
    Map<Language, List<CachedImage>> byLanguage = new TreeMap<>();
    plan.removals()
        .forEach(
            image ->
                byLanguage.computeIfAbsent(image.language(), _ -> new ArrayList<>()).add(image));
    List<Group> groups =
        byLanguage.entrySet().stream()
            .map(e -> new Group(e.getKey(), e.getValue().size(), FreedBytes.of(e.getValue())))
            .toList();
    return new ClearModel(plan, groups, FreedBytes.of(plan.removals()), catalog.base().size());
  }
}
