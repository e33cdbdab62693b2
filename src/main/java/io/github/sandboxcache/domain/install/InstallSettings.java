package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.ResourceLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the user set for installs.
 *
 * @param baseImages the default base image of each language, used when {@code
 *     mcp-sandbox-<language>:base} is absent
 * @param network the network of install containers; empty for the engine's default
 * @param caBundle a CA bundle that package managers shall trust; empty for the image's own
 * @param limits what an install container may use at most
 * @param timeLimit after so long an install is given up
 */
public record InstallSettings(
    Map<Language, String> baseImages,
    Optional<String> network,
    Optional<Path> caBundle,
    ResourceLimits limits,
    Duration timeLimit) {
  /** The longest time limit that can be chosen, in minutes; the shortest is one. */
  public static final int MAX_MINUTES = 720;

  /** The sandbox's own defaults. */
  public static final InstallSettings DEFAULT =
      new InstallSettings(
          Map.of(
              Language.PYTHON, "python:3.11-slim",
              Language.TYPESCRIPT, "oven/bun:latest",
              Language.JAVASCRIPT, "node:20-alpine",
              Language.GO, "golang:1.21-alpine",
              Language.RUST, "rust:1.75-alpine",
              Language.BASH, "alpine:latest",
              Language.RUBY, "ruby:3.3-alpine"),
          Optional.empty(),
          Optional.empty(),
          new ResourceLimits(2L << 30, 2, 1024),
          Duration.ofHours(1));

  /** Copies the map, so that the record never changes. */
  public InstallSettings {
    baseImages = Map.copyOf(baseImages);
  }
}
