package io.github.sandboxcache.ui.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What is shipped with the app and under which licence, from {@code components.txt}. */
public final class ShippedComponents {
  private static final int PARTS = 3;

  private ShippedComponents() {}

  /**
   * A work of others.
   *
   * @param name as it calls itself
   * @param licence its SPDX expression
   * @param files how the names of its jar files begin; empty for what is inside ours
   */
  public record Component(String name, String licence, List<String> files) {
    /** Copies the list, so that the record never changes. */
    public Component {
      files = List.copyOf(files);
    }
  }

  /** All of them, in the order of their names. */
  public static List<Component> all() {
    return text()
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(ShippedComponents::parse)
        .toList();
  }

  private static Component parse(String line) {
    String[] parts = line.split("\\s*\\|\\s*", PARTS);
    List<String> files = parts[2].isBlank() ? List.of() : List.of(parts[2].strip().split(" ", -1));
    return new Component(parts[0], parts[1], files);
  }

  private static String text() {
    try (InputStream in =
        Objects.requireNonNull(ShippedComponents.class.getResourceAsStream("components.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
