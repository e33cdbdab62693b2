package io.github.sandboxcache.cli;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of bytes as written on the command line: {@code 500MB}, {@code 1.5 GiB}, {@code 42}. */
final class SizeArgument {
  private static final Pattern SIZE =
      Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,9})?) ?([kKMGT]i?)?B?");
  private static final Pattern BARE = Pattern.compile("[0-9.]*");
  private static final BigDecimal MAX = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final Map<String, Long> UNITS =
      Map.of(
          "", 1L,
          "k", 1_000L,
          "M", 1_000_000L,
          "G", 1_000_000_000L,
          "T", 1_000_000_000_000L,
          "ki", 1L << 10,
          "Mi", 1L << 20,
          "Gi", 1L << 30,
          "Ti", 1L << 40);

  private SizeArgument() {}

  /** Reads one from an argument that decides what is removed, and so has to say its unit. */
  static final class WithUnit implements ITypeConverter<Long> {
    @Override
    public Long convert(String value) {
      if (BARE.matcher(value).matches()) {
        throw new TypeConversionException(HelpText.of("problem.size-without-unit", value));
      }
      return parse(value);
    }
  }

  /**
   * Reads one; the largest number of bytes that there is for any that is larger.
   *
   * @throws TypeConversionException when it is none
   */
  static long parse(String text) {
    Matcher size = SIZE.matcher(text);
    if (!size.matches()) {
      throw new TypeConversionException(HelpText.of("problem.size", text));
    }
    String unit = Optional.ofNullable(size.group(2)).orElse("").replace('K', 'k');
    long factor = UNITS.getOrDefault(unit, 1L);
    return new BigDecimal(size.group(1)).multiply(BigDecimal.valueOf(factor)).min(MAX).longValue();
  }
}
