package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.catalog.BaseImage;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.registry.Presence;
import io.github.sandboxcache.domain.usage.SavedPerGb;
import io.github.sandboxcache.text.PackageLabel;
import io.github.sandboxcache.ui.base.CacheSize;
import io.github.sandboxcache.ui.base.InstallingImage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One row of the table of images. Rows with equal keys show the same thing at other times. */
public sealed interface TableRow {
  /** Names the row among all rows, whatever it shows. */
  String key();

  /** The style class that brings its language's colours. */
  String languageClass();

  /** The name of its image as the engine's own commands take it; groups have none. */
  default Optional<String> imageName() {
    return switch (this) {
      case ImageRow image -> Optional.of(image.image().reference().toString());
      case BaseRow base -> Optional.of(base.image().reference().toString());
      case GroupRow _, MoreRow _, InstallingRow _ -> Optional.empty();
    };
  }

  /** Whether there is more to say of it: of images, and of languages. */
  default boolean hasDetails() {
    return switch (this) {
      case ImageRow _, BaseRow _ -> true;
      case GroupRow group -> !group.base();
      case MoreRow _, InstallingRow _ -> false;
    };
  }

  /**
   * The head of a group.
   *
   * @param key names the group
   * @param languageClass its language's colours
   * @param name the group's name for people
   * @param base whether it holds base images
   * @param images how many images are in it, or match the search
   * @param hitRate hits in percent of lookups; empty without lookups and for base images
   * @param hits hits in the range of time that is shown
   * @param lastUsed when any of its images was last used, UTC; empty when never
   * @param size how large its images are together
   * @param share its bar, 0 to 1 of the largest group
   * @param saved what its images save
   */
  record GroupRow(
      String key,
      String languageClass,
      String name,
      boolean base,
      int images,
      OptionalDouble hitRate,
      long hits,
      Optional<Instant> lastUsed,
      CacheSize size,
      double share,
      SavedPerGb saved)
      implements TableRow {
    /** What removing them all would free; less than 0 while that is not known. */
    long ownBytes() {
      return size.own().filter(ByteCount::known).map(ByteCount::bytes).orElse(-1L);
    }
  }

  /**
   * A cached image.
   *
   * @param key its engine reference
   * @param languageClass its language's colours
   * @param image the image
   * @param packages its packages as shown; empty when it does not say
   * @param children how many images were committed from it
   * @param hits hits in the range of time that is shown
   * @param lastUsed when it was last used, UTC; empty when never
   * @param pinned whether the user pinned it
   * @param goes whether a prune with the current policy would remove it
   * @param own the bytes that only it has; empty while layers are being measured
   * @param share its bar, 0 to 1 of the largest image
   * @param saved what it saves
   * @param registry whether the team's registry has one of its name
   */
  record ImageRow(
      String key,
      String languageClass,
      CachedImage image,
      List<PackageLabel> packages,
      int children,
      long hits,
      Optional<Instant> lastUsed,
      boolean pinned,
      boolean goes,
      Optional<ByteCount> own,
      double share,
      SavedPerGb saved,
      Presence registry)
      implements TableRow {}

  /**
   * A base image.
   *
   * @param key its reference
   * @param languageClass its language's colours
   * @param image the image
   * @param children how many images were committed from it
   * @param own the bytes that only it has; empty while layers are being measured
   * @param share its bar, 0 to 1 of the largest image
   */
  record BaseRow(
      String key,
      String languageClass,
      BaseImage image,
      int children,
      Optional<ByteCount> own,
      double share)
      implements TableRow {}

  /**
   * An image that a task makes.
   *
   * @param key the engine reference that the image gets, and with it the key of its row
   * @param languageClass its language's colours
   * @param image the image
   * @param packages its packages as shown; empty when they are not known
   */
  record InstallingRow(
      String key, String languageClass, InstallingImage image, List<PackageLabel> packages)
      implements TableRow {}

  /**
   * Stands for the images of a group that are not shown, or takes the shown ones back.
   *
   * @param key names the row
   * @param groupKey the group
   * @param languageClass its language's colours
   * @param hidden how many are not shown; 0 when all are and it offers to show fewer
   * @param size how large those are together
   * @param hits the hits of those
   * @param lastUsed when any of those was last used, UTC; empty when never
   * @param saved what those save
   * @param going how many of those a prune with the current policy would remove
   * @param leastValue the one of those that saves least for its bytes; empty when that is not known
   */
  record MoreRow(
      String key,
      String groupKey,
      String languageClass,
      int hidden,
      CacheSize size,
      long hits,
      Optional<Instant> lastUsed,
      SavedPerGb saved,
      int going,
      Optional<LeastValue> leastValue)
      implements TableRow {}

  /**
   * The image of some that saves least for its bytes.
   *
   * @param packages its packages; empty when it does not say
   * @param own the bytes that only it has
   * @param hits hits in the range of time that is shown
   */
  record LeastValue(Optional<List<String>> packages, Optional<ByteCount> own, long hits) {}
}
