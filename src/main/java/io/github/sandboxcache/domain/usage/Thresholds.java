package io.github.sandboxcache.domain.usage;

import java.time.Duration;
import java.util.List;

/**
 * The numbers by which the use of images is judged. They are a first guess, and all in this one
 * place so that they can be adjusted to real caches.
 */
public final class Thresholds {
  /** Who saves so much per gigabyte and week is worth the disk it takes. */
  public static final Duration WORTH_IT = Duration.ofHours(1);

  /** Who saves so much per gigabyte and week is at least no waste. */
  public static final Duration FAIR = Duration.ofMinutes(15);

  /**
   * The time saved per gigabyte, over whatever range, that earns the second, third and fourth mark;
   * the first is earned by any hit.
   */
  public static final List<Duration> MARKS =
      List.of(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(10));

  /** Hits in percent of lookups below which a language needs a look. */
  public static final int LOW_HIT_RATE_PERCENT = 75;

  /** Of fewer lookups a hit rate says little. */
  public static final int TELLING_LOOKUPS = 5;

  /** From so many percent of its budget on, the cache is nearly full. */
  public static final int FULL_PERCENT = 90;

  /** Images that served more than so many percent of all hits are dear to lose. */
  public static final int DEAR_PERCENT = 5;

  /** An image with so many hits lately would be missed. */
  public static final int POPULAR_HITS = 30;

  /** Who was watched for less than that and had no hit may just be too young for one. */
  public static final Duration LONG_ENOUGH = Duration.ofDays(7);

  private Thresholds() {}
}
