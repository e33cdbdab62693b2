package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.InspectDocument.PackageDocument;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import io.github.sandboxcache.domain.contents.PackageDifference;
import io.github.sandboxcache.domain.contents.PackageDifference.Change;
import io.github.sandboxcache.domain.install.AskedNames;
import io.github.sandboxcache.domain.layers.ByteCount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The document of {@code diff}: what leads from one image to the other.
 *
 * @param from the first image
 * @param to the other one
 * @param added packages that only the other one has
 * @param removed packages that only the first one has
 * @param changed packages that both have, in different versions
 */
record DiffDocument(
    Side from,
    Side to,
    List<PackageDocument> added,
    List<PackageDocument> removed,
    List<ChangedPackage> changed) {

  /**
   * One of the images.
   *
   * @param sizeBytes bytes of all its layers; null when the engine does not say
   * @param ownBytes bytes that no other image has; null when they are not known
   */
  record Side(String reference, String imageId, @Nullable Long sizeBytes, @Nullable Long ownBytes) {
    private static Side of(CachedImage image, Catalog catalog) {
      return new Side(
          image.reference().toString(),
          image.image().id(),
          Documents.number(image.image().sizeBytes()),
          catalog
              .ownBytes(image.image())
              .filter(ByteCount::known)
              .map(ByteCount::bytes)
              .orElse(null));
    }
  }

  /** A package in two versions, with what each takes unpacked where that is known. */
  record ChangedPackage(
      String name,
      String fromVersion,
      String toVersion,
      @Nullable Long fromBytes,
      @Nullable Long toBytes) {
    static ChangedPackage of(Change change) {
      return new ChangedPackage(
          change.after().name(),
          change.before().version(),
          change.after().version(),
          Documents.number(change.before().sizeBytes()),
          Documents.number(change.after().sizeBytes()));
    }
  }

  static DiffDocument of(
      CachedImage from, CachedImage to, PackageDifference difference, Catalog catalog) {
    return new DiffDocument(
        Side.of(from, catalog),
        Side.of(to, catalog),
        documents(difference.added(), to),
        documents(difference.removed(), from),
        difference.changed().stream().map(ChangedPackage::of).toList());
  }

  private static List<PackageDocument> documents(List<InstalledPackage> packages, CachedImage of) {
    AskedNames asked = AskedNames.of(of.language(), of.asked());
    return packages.stream()
        .map(each -> InspectDocument.document(each, asked.contains(each.name(), each.asked())))
        .toList();
  }
}
