package io.github.sandboxcache.cli.mcp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The arguments of a call, once its schema has admitted them. */
record Arguments(@Nullable Map<String, Object> given) {
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

  private Optional<Object> value(String name) {
    return Optional.ofNullable(given).flatMap(all -> Optional.ofNullable(all.get(name)));
  }
}
