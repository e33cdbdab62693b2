package io.github.sandboxcache.bench.prune;

import io.github.sandboxcache.domain.layers.ImageLayers;
import io.github.sandboxcache.domain.layers.LayeredImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/**
 * A set of packages that sandboxes ask for.
 *
 * @param id tells it from others
 * @param language the number of its language
 * @param group of the sets that share a layer, as those of one project do; less than 0 for none
 * @param sharedBytes of that layer
 * @param ownBytes of the layer that only it has
 * @param installSeconds how long its install takes
 */
record Item(
    int id, int language, int group, long sharedBytes, long ownBytes, double installSeconds) {
  static final int LANGUAGES = 7;
  private static final long BASE_BYTES = 150_000_000;

  /** Own bytes of images of real packages, in MB: requests, pandas, torch, zod, webpack, tokio … */
  private static final int[] MEGABYTES = {
    12, 14, 15, 27, 53, 68, 178, 198, 214, 236, 276, 298, 312, 418, 712, 842, 24, 38, 48, 52, 94,
    116, 140, 150, 152, 31, 44, 64, 92, 182, 60, 8, 11, 19
  };

  private static final long SHARED_BYTES = 120_000_000;
  private static final int GROUP_SIZE = 4;

  /** Some of them. */
  static List<Item> some(int count, Random random) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long own =
          (long) (MEGABYTES[random.nextInt(MEGABYTES.length)] * 1e6 * random.nextDouble(0.5, 2));
      boolean shares = random.nextInt(5) == 0;
      int group = shares ? i / (5 * GROUP_SIZE) : -1;
      int language = shares ? group % LANGUAGES : random.nextInt(LANGUAGES);
      double seconds = (3 + own / 15e6) * random.nextDouble(0.5, 3);
      items.add(new Item(i, language, group, shares ? SHARED_BYTES : 0, own, seconds));
    }
    return items;
  }

  /** The image of it, as an engine would tell of it. */
  LayeredImage image() {
    List<String> layers = new ArrayList<>(List.of("base " + language));
    List<ImageLayers.Step> history = new ArrayList<>(List.of(step(BASE_BYTES)));
    if (group >= 0) {
      layers.add("group " + group);
      history.add(step(sharedBytes));
    }
    layers.add("own " + id);
    history.add(step(ownBytes));
    return layered(Integer.toString(id), layers, history, BASE_BYTES + sharedBytes + ownBytes);
  }

  /** The base image of a language, which stays. */
  static LayeredImage base(int language) {
    return layered(
        "base " + language, List.of("base " + language), List.of(step(BASE_BYTES)), BASE_BYTES);
  }

  private static LayeredImage layered(
      String id, List<String> layers, List<ImageLayers.Step> history, long bytes) {
    return new LayeredImage(
        new ImageLayers(id, layers, history, OptionalLong.of(bytes), OptionalLong.empty()),
        OptionalLong.empty(),
        true);
  }

  private static ImageLayers.Step step(long bytes) {
    return new ImageLayers.Step(bytes, "", Optional.empty());
  }
}
