package io.github.sandboxcache.domain.layers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The layers of all images of an engine. Exact where the engine's own count is: what it says is
 * freed is by how much the engine's bytes of all layers drop. It has to know every image, also
 * those without a name, for each may hold a layer. Immutable and thread-safe.
 */
public final class LayerGraph {
  private static final ImageLayers.Step NO_STEP = new ImageLayers.Step(0, "", Optional.empty());

  /** Without any image. */
  public static final LayerGraph EMPTY = of(List.of(), OptionalLong.empty());

  private final Map<String, Alignment> images;
  private final Map<String, ChainNode> lowest;
  private final LayerSums sums;

  /** Asked for again and again, for rows and for their order. */
  private final Map<String, ByteCount> own = new HashMap<>();

  private LayerGraph(Map<String, Alignment> images, Map<String, ChainNode> lowest, LayerSums sums) {
    this.images = images;
    this.lowest = lowest;
    this.sums = sums;
    images
        .values()
        .forEach(image -> own.put(image.image().id(), sums.along(ownLayers(image.path()))));
  }

  /**
   * Works out the layers of those images, the order of which does not matter.
   *
   * @param allLayersBytes the engine's own count of the bytes of all layers; empty where it has
   *     none or counts compressed layers, too
   */
  public static LayerGraph of(Collection<LayeredImage> images, OptionalLong allLayersBytes) {
    return of(images, allLayersBytes, Map.of(), new LayerSums(), Accuracy.EXACT);
  }

  /**
   * Works out the layers of other images of the same engine. What is known of layers stays known,
   * for a layer never changes.
   */
  public LayerGraph with(Collection<LayeredImage> others, OptionalLong othersLayersBytes) {
    return of(others, othersLayersBytes, lowest, sums, Accuracy.EXACT);
  }

  /** The same where not all images are known: another one may have any of their layers, too. */
  public LayerGraph withSomeOf(Collection<LayeredImage> others) {
    return of(others, OptionalLong.empty(), lowest, sums, Accuracy.ESTIMATED);
  }

  private static LayerGraph of(
      Collection<LayeredImage> images,
      OptionalLong allLayersBytes,
      Map<String, ChainNode> lowestBefore,
      LayerSums sumsBefore,
      Accuracy atBest) {
    Map<String, Alignment> alignments = new LinkedHashMap<>();
    Map<String, ChainNode> lowest = new LinkedHashMap<>();
    images.stream()
        .sorted(Comparator.comparing(LayeredImage::id))
        .forEach(image -> alignments.put(image.id(), align(image, lowest)));
    List<ChainNode> nodes = lowest.values().stream().flatMap(ChainNode::all).toList();
    inherit(lowest, lowestBefore, sumsBefore);
    ChainBytes bytes = new ChainBytes(nodes, List.copyOf(alignments.values()));
    Set<ChainNode> open = bytes.settle(allLayersBytes);
    return new LayerGraph(alignments, lowest, LayerSums.of(nodes, open, atBest));
  }

  private static Alignment align(LayeredImage image, Map<String, ChainNode> lowest) {
    List<ChainNode> path = new ArrayList<>();
    for (String diffId : image.layers().diffIds()) {
      path.add(
          path.isEmpty()
              ? lowest.computeIfAbsent(diffId, id -> new ChainNode(Optional.empty(), id))
              : path.getLast().over(diffId));
    }
    Alignment alignment = new Alignment(image, path);
    path.forEach(node -> node.images.add(alignment));
    if (!path.isEmpty()) {
      path.getLast().ends++;
    }
    return alignment;
  }

  private static void inherit(
      Map<String, ChainNode> nodes, Map<String, ChainNode> before, LayerSums known) {
    before.forEach(
        (diffId, old) -> {
          ChainNode node = nodes.get(diffId);
          if (node != null) {
            known.exactUpTo(old).ifPresent(bytes -> node.candidates = Candidates.only(bytes));
            inherit(node.above, old.above, known);
          }
        });
  }

  /** Whether everything that decides over what is freed is known as well as it can be. */
  public boolean settled() {
    return lowest.values().stream()
        .flatMap(ChainNode::all)
        .noneMatch(node -> node.boundary() && sums.isAmbiguous(node));
  }

  /** Those at the top that no other image has. */
  private static List<ChainNode> ownLayers(List<ChainNode> path) {
    int from = path.size();
    while (from > 0 && path.get(from - 1).images.size() == 1) {
      from--;
    }
    return path.subList(from, path.size());
  }

  /** Whether that image is in it. */
  public boolean knows(String imageId) {
    return images.containsKey(imageId);
  }

  /** The bytes that only this image has; {@link ByteCount#ZERO} for one that it does not know. */
  public ByteCount ownBytes(String imageId) {
    return own.getOrDefault(imageId, ByteCount.ZERO);
  }

  /** The bytes of this image's layers that others have, too. */
  public ByteCount sharedBytes(String imageId) {
    return sums.along(path(imageId)).minus(ownBytes(imageId));
  }

  /**
   * The bytes of the layers that no image but these has: what is freed when they are removed
   * together, more than their own bytes added up.
   */
  public ByteCount freedBy(Set<String> imageIds) {
    Map<ChainNode, Integer> holders = new HashMap<>();
    for (ChainNode node : pathsOf(imageIds)) {
      holders.merge(node, 1, Integer::sum);
    }
    return sums.of(
        holders.keySet().stream()
            .filter(node -> holders.getOrDefault(node, 0) == node.images.size())
            .toList());
  }

  /**
   * The images to remove so that so many bytes are freed, those first that are worth least for the
   * bytes that their removal frees. Images that free bytes only together are weighed as a group.
   * More bytes are freed by these images and others, never by others alone.
   *
   * @param losses what is lost with each image that may be removed, 0 or more, in any unit; no
   *     other image is chosen
   * @param bytes how many are wanted; fewer are freed when there are not as many
   * @return their ids, in the order of choice
   */
  public Set<String> cheapestToFree(Map<String, Double> losses, long bytes) {
    return CheapestToFree.of(lowest.values(), sums, losses, bytes);
  }

  /** The bytes of the layers of these images, each layer once: what they take on disk. */
  public ByteCount onDisk(Set<String> imageIds) {
    return sums.of(new HashSet<>(pathsOf(imageIds)));
  }

  /**
   * The bytes of the layers that were committed to make these images, each layer once: a commit
   * puts one on top. What others have, too, was there before.
   */
  public ByteCount committedBytes(Set<String> imageIds, Set<String> others) {
    return sums.of(committed(imageIds, others));
  }

  /** The bytes of all other layers of these images, each layer once. */
  public ByteCount beneath(Set<String> imageIds, Set<String> others) {
    Set<ChainNode> beneath = new HashSet<>(pathsOf(imageIds));
    beneath.removeAll(committed(imageIds, others));
    return sums.of(beneath);
  }

  private Set<ChainNode> committed(Set<String> imageIds, Set<String> others) {
    Set<ChainNode> top = new HashSet<>();
    for (String id : imageIds) {
      Alignment image = images.get(id);
      if (image != null && !image.path().isEmpty()) {
        top.add(image.path().getLast());
      }
    }
    pathsOf(others).forEach(top::remove);
    return top;
  }

  /** The layers of an image, lowest first; empty for one that it does not know. */
  public List<Layer> layers(String imageId) {
    Alignment alignment = images.get(imageId);
    if (alignment == null) {
      return List.of();
    }
    List<Layer> layers = new ArrayList<>();
    List<ImageLayers.Step> history = alignment.image().layers().history();
    for (int i = 0; i < alignment.path().size(); i++) {
      ChainNode node = alignment.path().get(i);
      ImageLayers.Step step =
          alignment.step(i).isPresent() ? history.get(alignment.step(i).getAsInt()) : NO_STEP;
      layers.add(
          new Layer(
              node.diffId,
              sums.of(List.of(node)),
              node.images.stream().map(holder -> holder.image().id()).toList(),
              step.createdBy(),
              step.createdAt()));
    }
    return layers;
  }

  /** The diff ids of an image's layers, lowest first; empty for one that it does not know. */
  public List<String> diffIds(String imageId) {
    return path(imageId).stream().map(node -> node.diffId).toList();
  }

  /**
   * The bytes of some of an image's layers.
   *
   * @param from the first of them, counted from the lowest, which is 0
   * @param to the one after the last
   */
  public ByteCount bytes(String imageId, int from, int to) {
    return sums.along(path(imageId).subList(from, to));
  }

  private List<ChainNode> path(String imageId) {
    return Optional.ofNullable(images.get(imageId)).map(Alignment::path).orElse(List.of());
  }

  private List<ChainNode> pathsOf(Set<String> imageIds) {
    return imageIds.stream()
        .map(id -> Optional.ofNullable(images.get(id)))
        .flatMap(Optional::stream)
        .flatMap(alignment -> alignment.path().stream())
        .toList();
  }
}
