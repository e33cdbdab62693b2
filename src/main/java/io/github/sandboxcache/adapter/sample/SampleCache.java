package io.github.sandboxcache.adapter.sample;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The images and containers of a made-up cache.
 *
 * @param images all images, base images included
 * @param containers the containers that use some of them
 */
public record SampleCache(List<EngineImage> images, List<EngineContainer> containers) {
  private static final long MEGABYTE = 1_000_000;
  private static final Map<Language, Integer> BASE_MEGABYTES =
      Map.of(
          Language.PYTHON, 131,
          Language.TYPESCRIPT, 158,
          Language.JAVASCRIPT, 135,
          Language.GO, 235,
          Language.RUST, 762,
          Language.BASH, 8,
          Language.RUBY, 96);

  /** Copies the lists, so that the record never changes. */
  public SampleCache {
    images = List.copyOf(images);
    containers = List.copyOf(containers);
  }

  /** The cache that "Explore sample data" shows: 42 images in six languages. */
  public static SampleCache believable(Instant now) {
    List<EngineImage> images = new ArrayList<>();
    List<EngineContainer> containers = new ArrayList<>();
    for (String line : lines("images.tsv")) {
      String[] fields = line.split("\t", -1);
      Language language = new Language(fields[0]);
      long ownBytes = Math.round(Double.parseDouble(fields[1]) * MEGABYTE);
      Duration age = Duration.ofHours(Long.parseLong(fields[2]));
      EngineImage image = cached(language, List.of(fields[4].split(" ")), ownBytes, now.minus(age));
      images.add(image);
      if (!fields[3].isEmpty()) {
        containers.add(
            new EngineContainer(
                "c" + fields[3],
                fields[3],
                image.id(),
                image.references().getFirst(),
                true,
                Map.of()));
      }
    }
    images.add(base("mcp-sandbox-python:base", 131, now.minus(Duration.ofDays(60))));
    images.add(base("mcp-sandbox-python:ml", 905, now.minus(Duration.ofDays(48))));
    return new SampleCache(images, containers);
  }

  /** A cache of any size, for tries with many images. */
  public static SampleCache ofSize(int count, Instant now) {
    List<EngineImage> images = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Language language = Language.KNOWN.get(i % Language.KNOWN.size());
      List<String> packages = List.of("package-" + i, "helper-" + i % 97 + "==1." + i % 10);
      images.add(
          cached(language, packages, (i * 7919L % 900 + 1) * MEGABYTE, now.minusSeconds(600L * i)));
    }
    return new SampleCache(images, List.of());
  }

  /** A cached image as an install of those packages would leave it. */
  static EngineImage cached(
      Language language, List<String> packages, long ownBytes, Instant createdAt) {
    CacheKey key = CacheKey.of(language, packages);
    long baseBytes = baseBytes(language);
    return new EngineImage(
        "sha256:" + key.hex(),
        List.of(CacheReference.of(language, key).toString()),
        OptionalLong.of(baseBytes + ownBytes),
        OptionalLong.of(baseBytes),
        Optional.of(createdAt.truncatedTo(ChronoUnit.SECONDS)),
        Optional.empty(),
        ImageLabels.of(language, packages, "sample/" + language + ":1", "sha256:0", "sample"));
  }

  private static EngineImage base(String reference, int megabytes, Instant createdAt) {
    return new EngineImage(
        "sha256:" + CacheKey.of(reference, List.of()).hex(),
        List.of(reference),
        OptionalLong.of(megabytes * MEGABYTE),
        OptionalLong.of(Math.min(megabytes, 131) * MEGABYTE),
        Optional.of(createdAt.truncatedTo(ChronoUnit.SECONDS)),
        Optional.empty(),
        Map.of());
  }

  /** The bytes of an image of that language with so many megabytes of its own. */
  static long imageBytes(Language language, String ownMegabytes) {
    return baseBytes(language) + Math.round(Double.parseDouble(ownMegabytes) * MEGABYTE);
  }

  private static long baseBytes(Language language) {
    return BASE_MEGABYTES.getOrDefault(language, 100) * MEGABYTE;
  }

  /** The lines of a file beside this class, without comments. */
  static List<String> lines(String file) {
    try (InputStream in =
        Objects.requireNonNull(SampleCache.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the sample cannot be read", e);
    }
  }
}
