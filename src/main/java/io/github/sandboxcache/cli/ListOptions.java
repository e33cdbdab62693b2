package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.ListChoice.Order;
import io.github.sandboxcache.cli.RangeOptions.TimeArgument;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** The options of {@code ls}, described by calls like those of {@link RootCommand}. */
final class ListOptions {
  private Optional<String> language = Optional.empty();
  private Optional<Long> minBytes = Optional.empty();
  private Optional<TimeArgument> unusedFor = Optional.empty();
  private Optional<Order> order = Optional.empty();

  void addTo(CommandSpec spec) {
    spec.addOption(option("--language", "LANGUAGE", text -> language = Optional.of(text)));
    spec.addOption(
        option("--min-size", "SIZE", text -> minBytes = Optional.of(SizeArgument.parse(text))));
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
