package io.github.sandboxcache.domain.restore;

import io.github.sandboxcache.domain.archives.ArchiveTrouble;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.contents.PackageDifference;
import io.github.sandboxcache.domain.install.InstallResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What became of one image that was to be made again.
 *
 * @param reference its name
 */
public record RestoredImage(CacheReference reference, Outcome outcome) {
  /** What became of it. */
  public sealed interface Outcome {
    /** An image of that name is there already; nothing was done. */
    record AlreadyThere() implements Outcome {}

    /**
     * It was made.
     *
     * @param install how
     * @param versions how its packages differ from those that it had
     * @param base whether it was made from the same image as before
     * @param archive why it could not be loaded from its archive; empty where it has none
     */
    record Made(
        InstallResult install, Versions versions, Base base, Optional<ArchiveTrouble> archive)
        implements Outcome {}

    /**
     * It was loaded from its archive: the same image as before.
     *
     * @param packages as given, untrusted; empty where nobody knows
     * @param duration how long that took
     */
    record Loaded(List<String> packages, Duration duration) implements Outcome {
      /** Copies the list, so that the record never changes. */
      public Loaded {
        packages = List.copyOf(packages);
      }
    }

    /** It could not be loaded from its archive, and there is no recipe to make it by. */
    record NotLoaded(ArchiveTrouble trouble) implements Outcome {}

    /** Nothing is known of its removal, so neither of what it was. */
    record NotRemoved() implements Outcome {}

    /** It is not known for certain what it was asked to have. */
    record PackagesUnknown() implements Outcome {}

    /** The install failed. */
    record Failed(InstallResult install) implements Outcome {}

    /** The engine refused or was gone; its own words, untrusted. */
    record EngineFailed(String words) implements Outcome {}

    /** It was cancelled before, or while, it was this image's turn. */
    record Cancelled() implements Outcome {}
  }

  /** How the packages of the image that was made differ from those of the removed one. */
  public sealed interface Versions {
    /** The same packages in the same versions. */
    record Same() implements Versions {}

    /**
     * Others.
     *
     * @param difference from the removed image to the one that was made
     * @param gone whether the recorded versions could not be had any more, so that the newest were
     *     installed
     */
    record Other(PackageDifference difference, boolean gone) implements Versions {}

    /** Not all that the removed image was asked to have is known by its version. */
    record NotRecorded() implements Versions {}

    /** The image that was made could not be looked into; why, untrusted. */
    record NotRead(String words) implements Versions {}
  }

  /** Whether the image was made from the same base as before. */
  public enum Base {
    SAME,
    /** Another one: the same is not there any more. */
    OTHER,
    /** It is not known which one the removed image, or the new one, was made from. */
    UNKNOWN
  }

  /** Whether an image of that name is there now. */
  public boolean isThere() {
    return isRestored() || outcome instanceof Outcome.AlreadyThere;
  }

  /** Whether it is there and was not before. */
  public boolean isRestored() {
    return outcome instanceof Outcome.Made || outcome instanceof Outcome.Loaded;
  }

  /** Whether all that is known of what was restored is that it is as it was. */
  public boolean isAsBefore() {
    return switch (outcome) {
      case Outcome.Loaded _ -> true;
      case Outcome.Made made ->
          made.versions() instanceof Versions.Same && made.base() == Base.SAME;
      default -> false;
    };
  }

  /** The packages of what was restored, as given, untrusted; empty where nobody knows. */
  public List<String> packages() {
    return switch (outcome) {
      case Outcome.Loaded loaded -> loaded.packages();
      case Outcome.Made made -> made.install().installedPackages();
      default -> List.of();
    };
  }
}
