package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.catalog.TotalSize;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalLong;

/**
 * Sizes for people in units of 1,000, as the docker command counts. The sandbox's own form, in
 * units of 1,024, is {@link io.github.sandboxcache.domain.cache.SandboxSizeText}.
 *
 * @param number the number as written in the current language, for example {@code 2.83}
 * @param unit {@code B}, {@code kB}, {@code MB}, {@code GB} or {@code TB}
 */
public record DecimalSize(String number, String unit) {
  private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final BigDecimal TEN = BigDecimal.TEN;
  private static final int GIGA = 3;

  /**
   * The usual form: {@code 0 B}, {@code 4.2 MB}, {@code 214 MB}, {@code 2.83 GB}.
   *
   * @param bytes not negative
   */
  public static DecimalSize of(long bytes) {
    return of(bytes, 2, TEN);
  }

  /**
   * The form for parts of a whole, with one decimal below a hundred: {@code 13.8 MB}.
   *
   * @param bytes not negative
   */
  public static DecimalSize fine(long bytes) {
    return of(bytes, 2, HUNDRED);
  }

  /**
   * The form for summaries, with one decimal from a gigabyte on: {@code 214 MB}, {@code 6.1 GB}.
   *
   * @param bytes not negative
   */
  public static DecimalSize summary(long bytes) {
    return of(bytes, 1, TEN);
  }

  /** The usual form; that it is not known when it is not. */
  public static String text(OptionalLong bytes) {
    return bytes.isPresent() ? of(bytes.getAsLong()).toString() : Texts.text("unknown");
  }

  /** A sum in the usual form, with how many images it leaves out. */
  public static String text(TotalSize size) {
    return withUnknown(size, text(size.known()));
  }

  /** A sum in the form for summaries, with how many images it leaves out. */
  public static String summary(TotalSize size) {
    return withUnknown(
        size, size.known().isPresent() ? summary(size.bytes()).toString() : Texts.text("unknown"));
  }

  private static String withUnknown(TotalSize size, String sum) {
    return size.unknown() > 0 && size.known().isPresent()
        ? Texts.text("size.and-unknown", sum, size.unknown())
        : sum;
  }

  /** Every byte, for a tooltip; that it is not known when it is not. */
  public static String exact(OptionalLong bytes) {
    return bytes.isPresent() ? exact(bytes.getAsLong()) : Texts.text("unknown");
  }

  /** Every byte, for a tooltip: {@code 3,412,086,784 bytes}. */
  public static String exact(long bytes) {
    return Texts.text("size.exact", bytes);
  }

  private static DecimalSize of(long bytes, int gigaDecimals, BigDecimal wholeFrom) {
    BigDecimal size = BigDecimal.valueOf(bytes);
    int unit = 0;
    BigDecimal rounded = rounded(size, unit, gigaDecimals, wholeFrom);
    // Rounding can reach the next unit: 999,960,000 bytes are 1.00 GB, not 1000 MB.
    while (rounded.compareTo(THOUSAND) >= 0 && unit < UNITS.size() - 1) {
      unit++;
      size = size.movePointLeft(GIGA);
      rounded = rounded(size, unit, gigaDecimals, wholeFrom);
    }
    return new DecimalSize(Texts.number(rounded), UNITS.get(unit));
  }

  private static BigDecimal rounded(
      BigDecimal size, int unit, int gigaDecimals, BigDecimal wholeFrom) {
    if (unit == 0) {
      return size;
    }
    if (unit >= GIGA) {
      return size.setScale(gigaDecimals, RoundingMode.HALF_UP);
    }
    BigDecimal oneDecimal = size.setScale(1, RoundingMode.HALF_UP);
    return oneDecimal.compareTo(wholeFrom) < 0
        ? oneDecimal
        : size.setScale(0, RoundingMode.HALF_UP);
  }

  /** Number and unit with a space between. */
  @Override
  public String toString() {
    return number + " " + unit;
  }
}
