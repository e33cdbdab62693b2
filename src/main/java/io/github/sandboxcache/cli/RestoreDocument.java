package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.DiffDocument.ChangedPackage;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import io.github.sandboxcache.domain.contents.PackageDifference;
import io.github.sandboxcache.domain.restore.RestoreReport;
import io.github.sandboxcache.domain.restore.RestoredImage;
import io.github.sandboxcache.domain.restore.RestoredImage.Base;
import io.github.sandboxcache.domain.restore.RestoredImage.Outcome;
import io.github.sandboxcache.domain.restore.RestoredImage.Versions;
import io.github.sandboxcache.text.RestoreText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What restoring images came to, as a document.
 *
 * @param restored what was made again
 * @param present names of images that were there already
 * @param failed what was named and is not there, and why
 */
record RestoreDocument(List<Restored> restored, List<String> present, List<Failed> failed) {
  /**
   * An image that was made again.
   *
   * @param packages as given
   * @param durationMs how long it took, in milliseconds
   * @param from {@code archive}, the same image as before, or {@code install}
   * @param versions {@code same}, {@code other}, {@code not-recorded} or {@code not-read}
   * @param base whether it stands on the same base image: {@code same}, {@code other}, {@code
   *     unknown}
   * @param added packages that only the new image has; empty unless the versions are others
   * @param removed packages that only the removed image had; likewise
   * @param changed packages that both have, in different versions; likewise
   * @param explanation all this for people
   */
  record Restored(
      String reference,
      String language,
      List<String> packages,
      long durationMs,
      String from,
      String versions,
      String base,
      List<NameAndVersion> added,
      List<NameAndVersion> removed,
      List<ChangedPackage> changed,
      String explanation) {
    private static Restored of(RestoredImage image, Outcome.Made made) {
      Optional<PackageDifference> difference =
          made.versions() instanceof Versions.Other other
              ? Optional.of(other.difference())
              : Optional.empty();
      return new Restored(
          image.reference().toString(),
          image.reference().language().name(),
          made.install().installedPackages(),
          made.install().duration().toMillis(),
          "install",
          word(made.versions()),
          word(made.base()),
          difference.map(PackageDifference::added).map(NameAndVersion::all).orElse(List.of()),
          difference.map(PackageDifference::removed).map(NameAndVersion::all).orElse(List.of()),
          difference.stream()
              .flatMap(each -> each.changed().stream())
              .map(ChangedPackage::of)
              .toList(),
          RestoreText.made(made));
    }
  }

  private static Restored loaded(RestoredImage image, Outcome.Loaded loaded) {
    return new Restored(
        image.reference().toString(),
        image.reference().language().name(),
        loaded.packages(),
        loaded.duration().toMillis(),
        "archive",
        "same",
        "same",
        List.of(),
        List.of(),
        List.of(),
        RestoreText.of(loaded).getFirst());
  }

  /** A package in one version, which is empty when its metadata tells none. */
  record NameAndVersion(String name, String version) {
    private static List<NameAndVersion> all(List<InstalledPackage> packages) {
      return packages.stream()
          .map(each -> new NameAndVersion(each.name(), each.version()))
          .toList();
    }
  }

  /**
   * One that is not there.
   *
   * @param name its reference, or what was given where that names no image
   * @param errors why, as of {@code install}
   */
  record Failed(String name, List<String> errors) {}

  /**
   * What was done.
   *
   * @param unnamed what was given and names no image that was removed
   */
  static RestoreDocument of(RestoreReport report, List<Failed> unnamed) {
    List<Restored> restored = new ArrayList<>();
    List<String> present = new ArrayList<>();
    List<Failed> failed = new ArrayList<>();
    for (RestoredImage image : report.images()) {
      switch (image.outcome()) {
        case Outcome.Made made -> restored.add(Restored.of(image, made));
        case Outcome.Loaded loaded -> restored.add(loaded(image, loaded));
        case Outcome.AlreadyThere _ -> present.add(image.reference().toString());
        case Outcome other ->
            failed.add(new Failed(image.reference().toString(), RestoreText.of(other)));
      }
    }
    failed.addAll(unnamed);
    return new RestoreDocument(restored, present, failed);
  }

  private static String word(Versions versions) {
    return switch (versions) {
      case Versions.Same _ -> "same";
      case Versions.Other _ -> "other";
      case Versions.NotRecorded _ -> "not-recorded";
      case Versions.NotRead _ -> "not-read";
    };
  }

  private static String word(Base base) {
    return switch (base) {
      case SAME -> "same";
      case OTHER -> "other";
      case UNKNOWN -> "unknown";
    };
  }
}
