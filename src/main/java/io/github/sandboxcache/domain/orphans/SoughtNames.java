package io.github.sandboxcache.domain.orphans;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.usage.ImageUsage;
import io.github.sandboxcache.domain.usage.UsageReport;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The names under which sandboxes looked for an image in vain and that no image has now.
 *
 * @param tags the tags of each language, in the order of languages
 */
public record SoughtNames(Map<Language, Set<String>> tags) {
  /** No name is sought. */
  public static final SoughtNames NONE = new SoughtNames(Map.of());

  /** The misses of all time that a report knows, without what the catalog has. */
  public static SoughtNames of(UsageReport usage, Catalog catalog) {
    Set<CacheReference> there = new HashSet<>();
    catalog.cached().forEach(image -> there.add(image.reference()));
    Map<Language, Set<String>> tags = new TreeMap<>();
    for (ImageUsage image : usage.images().values()) {
      if (image.count().misses() > 0 && !there.contains(image.reference())) {
        tags.computeIfAbsent(image.reference().language(), _ -> new HashSet<>())
            .add(image.reference().tag());
      }
    }
    return new SoughtNames(tags);
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return tags.isEmpty();
  }
}
