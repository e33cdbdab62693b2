package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.ui.cache.TableRow.GroupRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * By what groups, and the images of each group, are ordered.
 *
 * @param column what is compared
 * @param descending whether the largest or newest comes first
 */
public record TableOrder(Column column, boolean descending) {
  /**
   * What was used last comes first, what never was used comes last. Groups keep the order of
   * languages, for otherwise each hit would move them.
   */
  public static final TableOrder LAST_USED_FIRST = new TableOrder(Column.LAST_USED, true);

  /** Orders what is not known below all that is. */
  private static final long UNKNOWN = -1;

  /** The columns of the table. */
  public enum Column {
    IMAGE(false),
    PACKAGES(false),
    OWN(true),
    SAVED(true),
    HITS(true),
    LAST_USED(true),
    CREATED(true),
    STATUS(true);

    private final boolean largestFirst;

    Column(boolean largestFirst) {
      this.largestFirst = largestFirst;
    }

    /** How rows are ordered by this column when it is chosen: numbers and times descending. */
    public TableOrder first() {
      return new TableOrder(this, largestFirst);
    }
  }

  /** The same column the other way round. */
  TableOrder reversed() {
    return new TableOrder(column, !descending);
  }

  /** Orders all images of a group; ties fall to the newest first. */
  List<CachedImage> sorted(List<CachedImage> images, ImageFigures figures) {
    return switch (column) {
      case IMAGE -> by(images, image -> image.reference().tag());
      case PACKAGES -> by(images, TableOrder::packagesText);
      case OWN -> by(images, image -> figures.own(image).orElse(UNKNOWN));
      case SAVED -> by(images, image -> figures.saved(image).seconds().orElse(UNKNOWN));
      case HITS -> by(images, figures::hits);
      case LAST_USED -> by(images, image -> figures.lastUsed(image).orElse(Instant.MIN));
      case CREATED -> by(images, TableOrder::created);
      case STATUS -> by(images, image -> image.users().containers().size());
    };
  }

  /** Compares groups by what they show; those that show the same keep the order of languages. */
  Comparator<GroupRow> groups() {
    Comparator<GroupRow> byColumn =
        switch (column) {
          case IMAGE -> Comparator.comparing(GroupRow::name);
          case PACKAGES -> Comparator.comparingDouble(group -> group.hitRate().orElse(UNKNOWN));
          case OWN -> Comparator.comparingLong(GroupRow::ownBytes);
          case SAVED ->
              Comparator.comparingDouble(group -> group.saved().seconds().orElse(UNKNOWN));
          case HITS -> Comparator.comparingLong(GroupRow::hits);
          case LAST_USED -> Comparator.comparing(group -> group.lastUsed().orElse(Instant.MIN));
          // They show neither.
          case CREATED, STATUS -> (_, _) -> 0;
        };
    return equals(LAST_USED_FIRST) ? (_, _) -> 0 : descending ? byColumn.reversed() : byColumn;
  }

  /** Each key is worked out once, not with every comparison. */
  private <K extends Comparable<K>> List<CachedImage> by(
      List<CachedImage> images, Function<CachedImage, K> key) {
    Comparator<Keyed<K>> byKey = Comparator.comparing(Keyed::key);
    return images.stream()
        .map(image -> new Keyed<>(key.apply(image), image))
        .sorted(
            (descending ? byKey.reversed() : byKey)
                .thenComparing(Keyed::image, Catalog.NEWEST_FIRST))
        .map(Keyed::image)
        .toList();
  }

  private record Keyed<K>(K key, CachedImage image) {}

  private static Instant created(CachedImage image) {
    return image.image().createdAt().orElse(Instant.MIN);
  }

  private static String packagesText(CachedImage image) {
    return image.packages().map(packages -> String.join(" ", packages)).orElse("");
  }
}
