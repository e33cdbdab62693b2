package io.github.sandboxcache.ui.images;

import io.github.sandboxcache.catalog.CachedImage;
import io.github.sandboxcache.catalog.Catalog;
import java.util.Comparator;

/**
 * By what the images of each group are ordered. The groups themselves keep the order of languages.
 *
 * @param column what is compared
 * @param descending whether the largest or newest comes first
 */
public record TableOrder(Column column, boolean descending) {
  /** Newest first, as prune counts. */
  public static final TableOrder NEWEST_FIRST = new TableOrder(Column.CREATED, true);

  /** The columns of the table. */
  public enum Column {
    IMAGE,
    PACKAGES,
    OWN,
    TOTAL,
    CREATED,
    STATUS
  }

  /** Compares images of one group; ties fall to the newest first. */
  Comparator<CachedImage> comparator() {
    Comparator<CachedImage> byColumn =
        switch (column) {
          case IMAGE -> Comparator.comparing(image -> image.reference().tag());
          case PACKAGES -> Comparator.comparing(TableOrder::packagesText);
          case OWN ->
              Comparator.comparingLong(
                  image -> image.image().ownBytes().orElse(image.image().sizeBytes()));
          case TOTAL -> Comparator.comparingLong(image -> image.image().sizeBytes());
          case CREATED -> Comparator.comparing(image -> image.image().createdAt());
          case STATUS -> Comparator.comparingInt(image -> image.usedBy().size());
        };
    return (descending ? byColumn.reversed() : byColumn).thenComparing(Catalog.NEWEST_FIRST);
  }

  private static String packagesText(CachedImage image) {
    return image.packages().map(packages -> String.join(" ", packages)).orElse("");
  }
}
