package io.github.sandboxcache.domain.cache;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Sizes as the sandbox itself prints them: divided by 1,024, two decimals, B KB MB GB TB. */
public final class SandboxSizeText {
  private static final List<String> UNITS = List.of("B", "KB", "MB", "GB", "TB");
  private static final int DECIMALS = 2;

  private SandboxSizeText() {}

  /**
   * The text for a number of bytes, for example {@code 2.63 GB}.
   *
   * @param bytes not negative; doubles as in the sandbox's own arithmetic
   */
  public static String of(double bytes) {
    double size = bytes;
    int unit = 0;
    while (size >= 1024 && unit < UNITS.size() - 1) {
      size /= 1024;
      unit++;
    }
    // The exact binary value decides, and exact ties go up, as ECMAScript's toFixed does.
    BigDecimal rounded = new BigDecimal(size).setScale(DECIMALS, RoundingMode.HALF_UP);
    return rounded.toPlainString() + " " + UNITS.get(unit);
  }
}
