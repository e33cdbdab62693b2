package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.usage.UsageReport;
import java.time.Instant;
import java.util.Comparator;

/**
 * By what the images of each group are ordered. The groups themselves keep the order of languages.
 *
 * @param column what is compared
 * @param descending whether the largest or newest comes first
 */
public record TableOrder(Column column, boolean descending) {
  /** What was used last comes first, what never was used comes last. */
  public static final TableOrder LAST_USED_FIRST = new TableOrder(Column.LAST_USED, true);

  /** Orders what is not known below all that is. */
  private static final long UNKNOWN = -1;

  /** The columns of the table. */
  public enum Column {
    IMAGE,
    PACKAGES,
    OWN,
    TOTAL,
    HITS,
    LAST_USED,
    CREATED,
    STATUS
  }

  /** Compares images of one group; ties fall to the newest first. */
  Comparator<CachedImage> comparator(UsageReport usage, Catalog catalog) {
    Comparator<CachedImage> byColumn =
        switch (column) {
          case IMAGE -> Comparator.comparing(image -> image.reference().tag());
          case PACKAGES -> Comparator.comparing(TableOrder::packagesText);
          case OWN ->
              Comparator.comparingLong(
                  image -> catalog.ownBytes(image.image()).map(ByteCount::bytes).orElse(UNKNOWN));
          case TOTAL ->
              Comparator.comparingLong(image -> image.image().sizeBytes().orElse(UNKNOWN));
          case HITS ->
              Comparator.comparingLong(image -> usage.of(image.reference()).count().hits());
          case LAST_USED ->
              Comparator.comparing(
                  image -> usage.of(image.reference()).lastUsed().orElse(Instant.MIN));
          case CREATED ->
              Comparator.comparing(image -> image.image().createdAt().orElse(Instant.MIN));
          case STATUS -> Comparator.comparingInt(image -> image.users().containers().size());
        };
    return (descending ? byColumn.reversed() : byColumn).thenComparing(Catalog.NEWEST_FIRST);
  }

  private static String packagesText(CachedImage image) {
    return image.packages().map(packages -> String.join(" ", packages)).orElse("");
  }
}
