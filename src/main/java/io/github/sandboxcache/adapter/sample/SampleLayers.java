package io.github.sandboxcache.adapter.sample;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.layers.ImageLayers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The made-up layers of a sample image: those of its base, and one of its own. */
final class SampleLayers {
  /** What images with the same shared bytes have in common; the last one takes what is left. */
  private static final List<BaseLayer> BASE =
      List.of(
          new BaseLayer(0.57, "debian bookworm, root file system"),
          new BaseLayer(0.07, "RUN apt-get install ca-certificates netbase tzdata"),
          new BaseLayer(0, "RUN useradd --create-home sandbox"),
          new BaseLayer(1, "COPY /usr/local /usr/local"));

  private static final Duration AGE_OF_BASE = Duration.ofDays(62);
  private static final Map<Language, String> INSTALLS =
      Map.of(
          Language.PYTHON, "pip install ",
          Language.TYPESCRIPT, "npm install ",
          Language.JAVASCRIPT, "npm install ",
          Language.GO, "go get ",
          Language.RUST, "cargo add ",
          Language.BASH, "apt-get install ",
          Language.RUBY, "gem install ");

  private record BaseLayer(double share, String command) {}

  private SampleLayers() {}

  static ImageLayers of(EngineImage image) {
    if (image.sizeBytes().isEmpty()) {
      return new ImageLayers(
          image.id(), List.of(image.id()), List.of(), image.sizeBytes(), OptionalLong.empty());
    }
    long shared = image.sharedBytes().orElse(0);
    long own = image.sizeBytes().orElse(0) - shared;
    List<String> diffIds = new ArrayList<>();
    List<ImageLayers.Step> history = new ArrayList<>();
    if (shared > 0) {
      long left = shared;
      for (BaseLayer layer : BASE) {
        long bytes = Math.min(left, Math.round(layer.share() * shared));
        left -= bytes;
        add(
            diffIds,
            history,
            layer.command() + shared,
            new ImageLayers.Step(bytes, layer.command(), madeBefore(image)));
      }
    }
    if (own > 0) {
      add(
          diffIds,
          history,
          image.id(),
          new ImageLayers.Step(own, command(image), image.createdAt()));
    }
    return new ImageLayers(image.id(), diffIds, history, image.sizeBytes(), OptionalLong.empty());
  }

  private static void add(
      List<String> diffIds, List<ImageLayers.Step> history, String seed, ImageLayers.Step step) {
    diffIds.add("sha256:" + CacheKey.of("layer", List.of(seed)).hex());
    history.add(step);
  }

  private static Optional<Instant> madeBefore(EngineImage image) {
    return image.createdAt().map(made -> made.minus(AGE_OF_BASE));
  }

  private static String command(EngineImage image) {
    return Language.parse(image.labels().getOrDefault(ImageLabels.LANGUAGE, ""))
        .map(INSTALLS::get)
        .flatMap(
            install ->
                ImageLabels.packages(image.labels())
                    .map(packages -> install + String.join(" ", packages)))
        .orElse("");
  }
}
