package io.github.sandboxcache.domain.layers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A layer over those below it: the same diff id over another layer is another node, as engines keep
 * layers by chain id. What is looked for is the bytes from the lowest layer up to here.
 */
final class ChainNode {
  final Optional<ChainNode> below;
  final String diffId;
  final Map<String, ChainNode> above = new LinkedHashMap<>();

  /** The images that have this layer. */
  final List<Alignment> images = new ArrayList<>();

  /** How many images end here. */
  int ends;

  /** The bytes that are possible from the lowest layer up to here; at first, any. */
  Candidates candidates = Candidates.ANY;

  ChainNode(Optional<ChainNode> below, String diffId) {
    this.below = below;
    this.diffId = diffId;
  }

  /** The node of that layer over this one, made when it is new. */
  ChainNode over(String layer) {
    return above.computeIfAbsent(layer, id -> new ChainNode(Optional.of(this), id));
  }

  /** Whether the images that have this layer are not all the same as those of a layer above. */
  boolean boundary() {
    return above.size() != 1 || ends > 0;
  }

  /** How often its bytes count in the bytes of all layers together, each once. */
  int weight() {
    return 1 - above.size();
  }

  /** This node and all above. */
  Stream<ChainNode> all() {
    return Stream.concat(Stream.of(this), above.values().stream().flatMap(ChainNode::all));
  }
}
