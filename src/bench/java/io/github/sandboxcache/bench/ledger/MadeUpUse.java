package io.github.sandboxcache.bench.ledger;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A busy cache's past of 400 days in seven languages and 300 images; always the same. */
final class MadeUpUse {
  static final int IMAGES = 300;
  static final Duration PAST = Duration.ofDays(400);

  private static final long SEED = 20_261_125;
  private static final FactSource SOURCE = FactSource.log("benchmark");
  private static final int MAX_INSTALL_MS = 60_000;

  private final Random random = new Random(SEED);
  private final List<Image> images = new ArrayList<>();

  MadeUpUse() {
    for (int i = 0; i < IMAGES; i++) {
      Language language = Language.KNOWN.get(i % Language.KNOWN.size());
      List<String> packages = List.of("package-" + i, "shared-" + i % 20 + "==1." + i);
      images.add(new Image(CacheReference.of(language, CacheKey.of(language, packages)), packages));
    }
  }

  /** An image and what is in it. */
  record Image(CacheReference reference, List<String> packages) {}

  /** A few images are asked for most of the time, as everywhere. */
  Image nextImage() {
    double skew = random.nextDouble();
    return images.get((int) (skew * skew * images.size()));
  }

  /** Eight of ten lookups hit; what misses is mostly installed. */
  FactKind nextKind() {
    double share = random.nextDouble();
    if (share < 0.68) {
      return FactKind.HIT;
    }
    if (share < 0.83) {
      return FactKind.USED;
    }
    return share < 0.92 ? FactKind.MISS : share < 0.99 ? FactKind.INSTALLED : FactKind.FAILED;
  }

  int nextDurationMs() {
    return 1_000 + random.nextInt(MAX_INSTALL_MS);
  }

  /**
   * One fact of many that are spread evenly over the past.
   *
   * @param number which one, from 0
   * @param total how many there are
   */
  UsageFact fact(int number, int total, Instant now) {
    Image image = nextImage();
    FactKind kind = nextKind();
    Instant time = now.minus(PAST).plusMillis(PAST.toMillis() / total * number);
    UsageFact fact =
        UsageFact.of(time, kind, image.reference(), SOURCE, random.nextLong())
            .withPackages(image.packages());
    return kind == FactKind.INSTALLED
        ? fact.withDuration(Duration.ofMillis(nextDurationMs()))
        : fact;
  }
}
