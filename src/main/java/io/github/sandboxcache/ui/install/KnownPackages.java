package io.github.sandboxcache.ui.install;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.usage.ImageUsage;
import io.github.sandboxcache.domain.usage.UsageReport;
import io.github.sandboxcache.text.PackageLabel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The packages of one language that are in an image, or were looked up before.
 *
 * @param catalog the images there are
 * @param usage what the ledger knows, also of images that are gone
 */
record KnownPackages(Catalog catalog, UsageReport usage, Language language) {
  /** Their names without versions, those in most images first. Takes time with many images. */
  List<String> names() {
    Stream<Optional<List<String>>> cached =
        catalog.cached().stream()
            .filter(image -> image.language().equals(language))
            .map(CachedImage::packages);
    Stream<Optional<List<String>>> recorded =
        usage.images().values().stream()
            .filter(image -> image.reference().language().equals(language))
            .map(ImageUsage::packages);
    Map<String, Long> counts =
        Stream.concat(cached, recorded)
            .flatMap(Optional::stream)
            .flatMap(List::stream)
            .map(requested -> PackageLabel.of(requested).name())
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
