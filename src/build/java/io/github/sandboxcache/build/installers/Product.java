package io.github.sandboxcache.build.installers;

import java.nio.file.Path;
import java.time.Instant;

/**
 * What is packed.
 *
 * @param version the app's version, as in the pom
 * @param time the moment that all files in the packages bear, so that two builds are the same
 * @param image the app with its own Java runtime
 * @param packaging the sources of the packages: a folder for each system
 * @param output where the packages go
 */
record Product(String version, Instant time, Path image, Path packaging, Path output) {
  static final String COMMAND = "sandbox-cache";
  static final String NAME = "Sandbox Cache";

  /** The name under which desktops know the app, from desktop entry to icon. */
  static final String ID = "io.github.sandboxcache.SandboxCache";

  Product {
    image = image.toAbsolutePath().normalize();
    packaging = packaging.toAbsolutePath().normalize();
    output = output.toAbsolutePath().normalize();
  }

  /** Where a package's parts are put together. */
  Path work(String name) {
    return output.resolveSibling("installers-work").resolve(name);
  }
}
