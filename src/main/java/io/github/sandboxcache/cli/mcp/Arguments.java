package io.github.sandboxcache.cli.mcp;

import io.github.sandboxcache.cli.AgentTools.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The arguments of a call, once its schema has admitted them. */
record Arguments(@Nullable Object given) {
  String text(String name) {
    return optionalText(name).orElse("");
  }

  Optional<String> optionalText(String name) {
    return value(name).map(String::valueOf);
  }

  List<String> texts(String name) {
    return value(name).orElse(List.of()) instanceof List<?> items
        ? items.stream().map(String::valueOf).toList()
        : List.of();
  }

  Optional<Integer> number(String name) {
    return value(name).filter(Number.class::isInstance).map(each -> ((Number) each).intValue());
  }

  /**
   * Which images to remove; a rule that does not exist where none is given. Read strictly: a number
   * that could be misread must not decide what is removed.
   */
  Policy policy(String name) {
    Arguments policy = new Arguments(value(name).orElse(Map.of()));
    long number =
        switch (policy.value("value").orElse(-1)) {
          case Integer whole -> whole;
          case Long whole -> whole;
          default -> -1;
        };
    return new Policy(
        policy.text("rule"), number, policy.texts("languages"), policy.texts("except"));
  }

  private Optional<Object> value(String name) {
    return given instanceof Map<?, ?> all ? Optional.ofNullable(all.get(name)) : Optional.empty();
  }
}
