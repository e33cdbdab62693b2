package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import io.github.sandboxcache.domain.contents.KnownContents;
import io.github.sandboxcache.domain.install.AskedNames;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.PackageName;
import io.github.sandboxcache.domain.install.SandboxNames;
import io.github.sandboxcache.service.Overview;
import io.github.sandboxcache.text.InstallText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for packages in the images of one moment. Nothing is read again: what is known counts. */
record CachedSets(Overview seen) {
  /**
   * The document of a lookup.
   *
   * @param hit whether exactly these packages are cached together
   * @param reference the image that has them, or would have
   * @param packages as given
   * @param sizeBytes bytes of all its layers; null without an image, and when not known
   * @param createdAt ISO 8601, UTC; null without an image, and when not known
   * @param lastUsedAt when it was last hit, used or installed, ISO 8601, UTC; null when never
   * @param versions the versions that are installed of what was asked for; null until somebody
   *     looked inside
   * @param supersets other cached images of the language that have all of them
   * @param refused those of the packages that the sandbox itself refuses, so that it never looks
   *     for the image
   * @param warning the same in words; null without any
   */
  record Lookup(
      boolean hit,
      String reference,
      String language,
      List<String> packages,
      @Nullable Long sizeBytes,
      @Nullable String createdAt,
      @Nullable String lastUsedAt,
      @Nullable Map<String, String> versions,
      List<Having> supersets,
      List<String> refused,
      @Nullable String warning) {}

  /**
   * A cached image.
   *
   * @param packages what it was asked to have; null when nothing tells it
   * @param version of the package that was looked for; null when not known
   */
  record Having(
      String reference,
      String language,
      @Nullable List<String> packages,
      @Nullable String version,
      @Nullable Long sizeBytes,
      @Nullable String lastUsedAt) {}

  /**
   * The document of a search for a package.
   *
   * @param packageName as given
   * @param images the images that have it, installed or asked for
   * @param notLookedInside how many others may have it as a dependency, for all that is known
   */
  record Contains(String packageName, List<Having> images, int notLookedInside) {}

  Lookup lookup(InstallRequest request) {
    CacheReference reference = request.reference();
    Optional<CachedImage> found = seen.catalog().find(reference);
    List<String> refused = SandboxNames.refused(request.language(), request.packages());
    List<String> names =
        request.packages().stream().map(given -> name(request.language(), given)).toList();
    return new Lookup(
        found.isPresent(),
        reference.toString(),
        request.language().name(),
        request.packages(),
        found.map(CachedSets::size).orElse(null),
        Documents.time(found.flatMap(image -> image.image().createdAt())),
        Documents.time(lastUsed(reference)),
        found.flatMap(CachedSets::askedVersions).orElse(null),
        images(Optional.of(request.language()))
            .filter(image -> !image.reference().equals(reference))
            .filter(image -> names.stream().allMatch(name -> has(image, name)))
            .map(image -> having(image, Optional.empty()))
            .toList(),
        refused,
        refused.isEmpty() ? null : InstallText.neverHit(refused));
  }

  Contains contains(Optional<Language> language, String packageName) {
    List<CachedImage> having =
        images(language).filter(image -> has(image, name(image.language(), packageName))).toList();
    return new Contains(
        packageName,
        having.stream()
            .map(image -> having(image, version(image, name(image.language(), packageName))))
            .toList(),
        (int)
            images(language)
                .filter(image -> image.contents().isEmpty() && !having.contains(image))
                .count());
  }

  private Stream<CachedImage> images(Optional<Language> language) {
    return seen.catalog().cached().stream()
        .filter(image -> language.filter(only -> !only.equals(image.language())).isEmpty());
  }

  private Having having(CachedImage image, Optional<String> version) {
    return new Having(
        image.reference().toString(),
        image.language().name(),
        image.packages().orElse(null),
        version.orElse(null),
        size(image),
        Documents.time(lastUsed(image.reference())));
  }

  private Optional<Instant> lastUsed(CacheReference reference) {
    return seen.usage().flatMap(report -> report.of(reference).lastUsed());
  }

  private static @Nullable Long size(CachedImage image) {
    return Documents.number(image.image().sizeBytes());
  }

  private static boolean has(CachedImage image, String name) {
    return image.packages().stream()
            .flatMap(List::stream)
            .anyMatch(given -> name(image.language(), given).equals(name))
        || installed(image, name).findAny().isPresent();
  }

  private static Optional<String> version(CachedImage image, String name) {
    return installed(image, name)
        .map(InstalledPackage::version)
        .filter(version -> !version.isEmpty())
        .findFirst();
  }

  private static Stream<InstalledPackage> installed(CachedImage image, String name) {
    return image.contents().stream()
        .flatMap(inside -> inside.packages().stream())
        .filter(each -> AskedNames.plain(image.language(), each.name()).equals(name));
  }

  /** A package by its name alone, in one spelling. */
  private static String name(Language language, String given) {
    return AskedNames.plain(language, PackageName.of(language, given).name());
  }

  private static Optional<Map<String, String>> askedVersions(CachedImage image) {
    AskedNames asked = AskedNames.of(image.language(), image.asked());
    return image.contents().map(inside -> versions(inside, asked));
  }

  private static Map<String, String> versions(KnownContents inside, AskedNames asked) {
    Map<String, String> versions = new TreeMap<>();
    inside.packages().stream()
        .filter(each -> !each.version().isEmpty() && asked.contains(each.name(), each.asked()))
        .forEach(each -> versions.put(each.name(), each.version()));
    return versions;
  }
}
