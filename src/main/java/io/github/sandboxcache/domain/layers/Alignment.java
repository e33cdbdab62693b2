package io.github.sandboxcache.domain.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The ways in which an image's history fits its layers. Every step with bytes has a layer; which of
 * those without bytes have one is not said, and an empty layer is a layer like others. So the sum
 * of the steps up to a layer's own is one of a few numbers, and what other images allow for the
 * same layer narrows them.
 */
final class Alignment {
  private final LayeredImage image;
  private final List<ChainNode> path;

  /** The bytes of the first so many steps. */
  private final long[] sums;

  Alignment(LayeredImage image, List<ChainNode> path) {
    this.image = image;
    this.path = path;
    List<ImageLayers.Step> history = image.layers().history();
    sums = new long[history.size() + 1];
    for (int i = 0; i < history.size(); i++) {
      sums[i + 1] = sums[i] + history.get(i).bytes();
    }
  }

  LayeredImage image() {
    return image;
  }

  /** Its layers, lowest first. */
  List<ChainNode> path() {
    return path;
  }

  /** Whether the history can say anything of the layers. */
  boolean readable() {
    return !path.isEmpty()
        && steps() >= path.size()
        && image.layers().unpackedBytes().orElse(sums[steps()]) == sums[steps()];
  }

  /** What each layer's sum may be by this history and by what is possible at the layers so far. */
  List<Candidates> candidates() {
    boolean[][] fits = fits();
    List<Candidates> found = new ArrayList<>();
    for (boolean[] layer : fits) {
      long[] values = new long[steps()];
      int count = 0;
      for (int step = 0; step < steps(); step++) {
        if (layer[step]) {
          values[count++] = sums[step + 1];
        }
      }
      found.add(Candidates.ofAscending(values, count));
    }
    return found;
  }

  /** The step that made that layer, the first of those that fit; empty when none is known to. */
  OptionalInt step(int layer) {
    if (!readable()) {
      return OptionalInt.empty();
    }
    boolean[][] fits = fits();
    int from = 0;
    for (int below = 0; below < layer; below++) {
      OptionalInt taken = first(fits[below], from);
      if (taken.isEmpty()) {
        return taken;
      }
      from = taken.getAsInt() + 1;
    }
    return first(fits[layer], from);
  }

  private static OptionalInt first(boolean[] steps, int from) {
    return IntStream.range(from, steps.length).filter(i -> steps[i]).findFirst();
  }

  private int steps() {
    return sums.length - 1;
  }

  /** For each layer the steps that may have made it. */
  private boolean[][] fits() {
    int layers = path.size();
    boolean[][] fits = new boolean[layers][steps()];
    // Upwards: all steps with bytes below it have a layer below it.
    for (int layer = 0; layer < layers; layer++) {
      Candidates allowed = path.get(layer).candidates;
      long reached = layer == 0 ? 0 : -1;
      for (int step = 0; step < steps(); step++) {
        if (layer > 0 && step > 0 && fits[layer - 1][step - 1]) {
          reached = sums[step];
        }
        fits[layer][step] = reached == sums[step] && allowed.allows(sums[step + 1]);
      }
    }
    // And downwards: so have all above it.
    for (int layer = layers - 1; layer >= 0; layer--) {
      long reached = layer == layers - 1 ? sums[steps()] : -1;
      for (int step = steps() - 1; step >= 0; step--) {
        if (layer < layers - 1 && step < steps() - 1 && fits[layer + 1][step + 1]) {
          reached = sums[step + 1];
        }
        fits[layer][step] &= reached == sums[step + 1];
      }
    }
    return fits;
  }
}
