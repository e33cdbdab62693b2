package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.BaseImage;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.Users;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.usage.ImageUsage;
import io.github.sandboxcache.domain.usage.UsageReport;
import io.github.sandboxcache.service.Overview;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One image in the document of {@code ls}.
 *
 * @param reference the reference, without a prefix that the engine puts before local names
 * @param language what stands between {@code mcp-sandbox-} and the colon
 * @param key the twelve digits of the tag; null for a base image
 * @param imageId the engine's id
 * @param sizeBytes bytes of all layers; null when the engine does not say
 * @param ownBytes bytes on disk that no other image has; null when not known
 * @param sharedBytes bytes on disk that other images have, too; null when not known
 * @param createdAt ISO 8601, UTC; null when the engine does not say
 * @param kind {@code cached} or {@code base}
 * @param packages the packages it was asked to have; null when nothing tells them
 * @param packagesFrom how that is known: {@code label}, {@code log}, {@code key} or {@code guess};
 *     null without packages
 * @param tags every reference of the image, foreign ones included
 * @param usedBy the names of the containers made from it; null when the engine does not say
 * @param hits lookups that found it; null when that cannot be read
 * @param misses lookups of its packages that found no image; null when that cannot be read
 * @param lastUsedAt when it was last hit, used or installed, ISO 8601, UTC; null when never, for a
 *     base image, and when that cannot be read
 * @param pinned whether no removal takes it because the user said so; null when that cannot be read
 * @param pulled from which registry it came; null when nothing tells
 */
record ImageDocument(
    String reference,
    String language,
    @Nullable String key,
    String imageId,
    @Nullable Long sizeBytes,
    @Nullable Long ownBytes,
    @Nullable Long sharedBytes,
    @Nullable String createdAt,
    String kind,
    @Nullable List<String> packages,
    @Nullable String packagesFrom,
    List<String> tags,
    @Nullable List<String> usedBy,
    @Nullable Long hits,
    @Nullable Long misses,
    @Nullable String lastUsedAt,
    @Nullable Boolean pinned,
    @Nullable OriginDocument pulled) {

  /** The cached images in their order, then the base images. */
  static List<ImageDocument> of(ListChoice.Listed listed, Overview seen) {
    return Stream.concat(
            listed.cached().stream().map(image -> of(image, listed.catalog(), seen)),
            listed.base().stream()
                .map(image -> of(image, listed.catalog(), seen.usage(), seen.pins())))
        .toList();
  }

  private static ImageDocument of(CachedImage cached, Catalog catalog, Overview seen) {
    Pins pins = seen.pins();
    Optional<ImageUsage> own = seen.usage().map(report -> report.of(cached.reference()));
    EngineImage image = cached.image();
    return new ImageDocument(
        cached.reference().toString(),
        cached.language().name(),
        cached.reference().tag(),
        image.id(),
        Documents.number(image.sizeBytes()),
        Documents.bytes(catalog.ownBytes(image)),
        Documents.bytes(catalog.sharedBytes(image)),
        createdAt(image),
        "cached",
        cached.packages().orElse(null),
        Documents.packagesFrom(cached.asked()),
        tags(image, catalog.snapshot().naming()),
        names(cached.users()),
        own.map(of -> of.count().hits()).orElse(null),
        own.map(of -> of.count().misses()).orElse(null),
        Documents.time(own.flatMap(ImageUsage::lastUsed)),
        pins instanceof Pins.Known ? pins.isMarked(cached.reference()) : null,
        seen.team().origin(cached.reference(), image.id()).map(OriginDocument::of).orElse(null));
  }

  /** No lookup and no pin is ever about a base image. */
  private static ImageDocument of(
      BaseImage base, Catalog catalog, Optional<UsageReport> usage, Pins pins) {
    EngineImage image = base.image();
    return new ImageDocument(
        base.reference().toString(),
        base.reference().name(),
        null,
        image.id(),
        Documents.number(image.sizeBytes()),
        Documents.bytes(catalog.ownBytes(image)),
        Documents.bytes(catalog.sharedBytes(image)),
        createdAt(image),
        "base",
        null,
        null,
        tags(image, catalog.snapshot().naming()),
        names(base.users()),
        usage.map(_ -> 0L).orElse(null),
        usage.map(_ -> 0L).orElse(null),
        null,
        pins instanceof Pins.Known ? false : null,
        null);
  }

  private static @Nullable String createdAt(EngineImage image) {
    return image.createdAt().map(Instant::toString).orElse(null);
  }

  private static List<String> tags(EngineImage image, ReferenceNaming naming) {
    return image.references().stream().map(naming::shortName).distinct().toList();
  }

  private static @Nullable List<String> names(Users users) {
    return users.known() ? users.names() : null;
  }
}
