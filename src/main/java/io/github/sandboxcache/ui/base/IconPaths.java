package io.github.sandboxcache.ui.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** Path data of the icons by name, on a grid of 16 by 16. */
final class IconPaths {
  private static final Properties PATHS = load();

  private IconPaths() {}

  static String of(String name) {
    return Optional.ofNullable(PATHS.getProperty(name))
        .orElseThrow(() -> new IllegalArgumentException("no icon named " + name));
  }

  private static Properties load() {
    try (InputStream in =
        Objects.requireNonNull(IconPaths.class.getResourceAsStream("icons.properties"))) {
      Properties paths = new Properties();
      paths.load(in);
      return paths;
    } catch (IOException e) {
      throw new UncheckedIOException("the icons cannot be read", e);
    }
  }
}
