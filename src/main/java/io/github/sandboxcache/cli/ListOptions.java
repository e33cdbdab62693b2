package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.ListChoice.Order;
import io.github.sandboxcache.cli.RangeOptions.TimeArgument;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** The options of {@code ls}, described by calls like those of {@link RootCommand}. */
final class ListOptions {
  private static final Pattern SIZE =
      Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,9})?) ?([kKMGT]i?)?B?");
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

  private Optional<String> language = Optional.empty();
  private Optional<Long> minBytes = Optional.empty();
  private Optional<TimeArgument> unusedFor = Optional.empty();
  private Optional<Order> order = Optional.empty();

  void addTo(CommandSpec spec) {
    spec.addOption(option("--language", "LANGUAGE", text -> language = Optional.of(text)));
    spec.addOption(option("--min-size", "SIZE", text -> minBytes = Optional.of(bytes(text))));
    spec.addOption(
        option("--unused-for", "TIME", text -> unusedFor = Optional.of(TimeArgument.parse(text))));
    spec.addOption(option("--sort", "ORDER", text -> order = Optional.of(order(text))));
  }

  private static OptionSpec option(String name, String label, Consumer<String> whenRead) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(String.class)
        .setter(setter(whenRead))
        .build();
  }

  private static ISetter setter(Consumer<String> whenRead) {
    return new ISetter() {
      @Override
      public <T> @Nullable T set(@Nullable T value) {
        if (value instanceof String text) {
          whenRead.accept(text);
        }
        return value;
      }
    };
  }

  /** What they say, seen from now. */
  ListChoice choice(Instant now) {
    return new ListChoice(language, minBytes, unusedFor.map(time -> time.from(now)), order);
  }

  private static long bytes(String text) {
    Matcher size = SIZE.matcher(text);
    if (!size.matches()) {
      throw new TypeConversionException(HelpText.of("problem.size", text));
    }
    String unit = Optional.ofNullable(size.group(2)).orElse("").replace('K', 'k');
    long factor = UNITS.getOrDefault(unit, 1L);
    return new BigDecimal(size.group(1)).multiply(BigDecimal.valueOf(factor)).longValue();
  }

  private static Order order(String text) {
    return Stream.of(Order.values())
        .filter(order -> name(order).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    HelpText.of(
                        "problem.order",
                        text,
                        Stream.of(Order.values())
                            .map(ListOptions::name)
                            .collect(Collectors.joining(", ")))));
  }

  private static String name(Order order) {
    return order.name().toLowerCase(Locale.ROOT);
  }
}
