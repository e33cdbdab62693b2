package io.github.sandboxcache.domain.layers;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The bytes up to each layer, and by them the bytes of sets of layers: only the sums at the edges
 * of a set count, so what is open within it does no harm.
 */
final class LayerSums {
  private static final Sum NOTHING = new Sum(0, Accuracy.EXACT, 0);

  private final Map<ChainNode, Sum> sums = new HashMap<>();

  /** Of no layers. */
  LayerSums() {}

  /**
   * Takes the settled sums.
   *
   * @param nodes lower ones before those above them
   * @param open those of which the sum is only one of several possible ones
   * @param atBest how far any of them can be trusted
   */
  static LayerSums of(List<ChainNode> nodes, Set<ChainNode> open, Accuracy atBest) {
    LayerSums all = new LayerSums();
    for (ChainNode node : nodes) {
      all.add(node, atBest.worse(accuracy(node, open)));
    }
    if (nodes.stream().anyMatch(LayerSums::isCompressed)) {
      nodes.forEach(all::addContent);
    }
    return all;
  }

  private static boolean isCompressed(ChainNode node) {
    return node.images.stream()
        .anyMatch(image -> image.image().layers().contentBytes().isPresent());
  }

  private static Accuracy accuracy(ChainNode node, Set<ChainNode> open) {
    if (node.candidates.isAny()) {
      return Accuracy.UNKNOWN;
    }
    if (node.images.stream().allMatch(image -> image.image().layers().unpackedBytes().isEmpty())) {
      return Accuracy.ESTIMATED;
    }
    return open.contains(node) ? Accuracy.AMBIGUOUS : Accuracy.EXACT;
  }

  private void add(ChainNode node, Accuracy accuracy) {
    long below = below(node).bytes();
    long bytes = node.candidates.isAny() ? below : Math.max(below, node.candidates.first());
    sums.put(node, new Sum(bytes, accuracy, 0));
  }

  /**
   * An image's compressed bytes are known as a whole. Where none ends, they are split by the bytes
   * of the layers unpacked.
   */
  private void addContent(ChainNode node) {
    Sum below = below(node);
    Sum here = sum(node);
    List<Alignment> compressed =
        node.images.stream()
            .filter(image -> image.image().layers().contentBytes().isPresent())
            .toList();
    List<Alignment> ending = compressed.stream().filter(image -> endsAt(node, image)).toList();
    long content =
        (ending.isEmpty() ? compressed : ending)
            .stream()
                .mapToLong(image -> contentUpTo(node, below, image))
                .min()
                .orElse(below.content());
    sums.put(node, new Sum(here.bytes(), here.accuracy(), Math.max(content, below.content())));
  }

  private long contentUpTo(ChainNode node, Sum below, Alignment image) {
    long whole = image.image().layers().contentBytes().orElse(0);
    if (endsAt(node, image)) {
      return whole;
    }
    ChainNode end = image.path().getLast();
    long bytesLeft = sum(end).bytes() - below.bytes();
    double share = bytesLeft == 0 ? 0 : (double) (sum(node).bytes() - below.bytes()) / bytesLeft;
    return below.content() + Math.round(share * (whole - below.content()));
  }

  /** The bytes up to that layer, unpacked, if they are known for certain. */
  OptionalLong exactUpTo(ChainNode node) {
    Sum sum = sum(node);
    return sums.containsKey(node) && sum.accuracy() == Accuracy.EXACT
        ? OptionalLong.of(sum.bytes())
        : OptionalLong.empty();
  }

  boolean isAmbiguous(ChainNode node) {
    return sum(node).accuracy() == Accuracy.AMBIGUOUS;
  }

  private static boolean endsAt(ChainNode node, Alignment image) {
    return image.path().getLast().equals(node);
  }

  /** The bytes of those layers together, compressed ones included where the engine keeps them. */
  ByteCount of(Collection<ChainNode> layers) {
    Map<ChainNode, Integer> edges = new HashMap<>();
    for (ChainNode layer : layers) {
      edges.merge(layer, 1, Integer::sum);
      layer.below.ifPresent(below -> edges.merge(below, -1, Integer::sum));
    }
    long bytes = 0;
    Accuracy accuracy = Accuracy.EXACT;
    for (Map.Entry<ChainNode, Integer> edge : edges.entrySet()) {
      if (edge.getValue() != 0) {
        Sum sum = sum(edge.getKey());
        bytes += edge.getValue() * sum.all();
        accuracy = accuracy.worse(sum.trust());
      }
    }
    return new ByteCount(Math.max(0, bytes), accuracy);
  }

  /** The same for layers of which each lies on the one before. */
  ByteCount along(List<ChainNode> layers) {
    if (layers.isEmpty()) {
      return ByteCount.ZERO;
    }
    Sum above = sum(layers.getLast());
    Sum below = below(layers.getFirst());
    return new ByteCount(
        Math.max(0, above.all() - below.all()), above.trust().worse(below.trust()));
  }

  private Sum below(ChainNode node) {
    return node.below.map(this::sum).orElse(NOTHING);
  }

  private Sum sum(ChainNode node) {
    return sums.getOrDefault(node, NOTHING);
  }

  private record Sum(long bytes, Accuracy accuracy, long content) {
    long all() {
      return bytes + content;
    }

    /** Compressed bytes are estimated. */
    Accuracy trust() {
      return content > 0 ? accuracy.worse(Accuracy.ESTIMATED) : accuracy;
    }
  }
}
