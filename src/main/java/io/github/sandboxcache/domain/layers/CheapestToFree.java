package io.github.sandboxcache.domain.layers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Gives images up until enough bytes are free, those first whose loss is least for the bytes that
 * it frees. Images that only together free the layers below them are weighed as a group: the layers
 * of images form trees, so the groups are the subtrees. This is GreedyDual-Size-Frequency
 * (Cherkasova 1998) over such trees; what is given up for some bytes is also given up for more.
 */
final class CheapestToFree {
  private final LayerSums sums;
  private final Map<String, Double> losses;
  private final Map<ChainNode, Group> groups = new HashMap<>();
  private final PriorityQueue<Offer> offers =
      new PriorityQueue<>(
          Comparator.comparingDouble(Offer::price).thenComparing(offer -> offer.group().first));
  private final Set<String> given = new LinkedHashSet<>();
  private long freed;

  private CheapestToFree(LayerSums sums, Map<String, Double> losses) {
    this.sums = sums;
    this.losses = losses;
  }

  /** The images that have a layer and can all be given up. */
  private static final class Group {
    final ChainNode node;
    final String first;
    double loss;
    long bytes;
    int version;

    Group(ChainNode node, String first) {
      this.node = node;
      this.first = first;
    }
  }

  /**
   * To give a group up.
   *
   * @param price the loss for each byte
   * @param version that of the group then; another one makes it void
   */
  private record Offer(Group group, double price, int version) {}

  /**
   * The images to give up, in their order.
   *
   * @param lowest the lowest layers
   * @param losses what is lost with each image that can be given up, 0 or more; no other is
   * @param bytes how many are wanted
   */
  static Set<String> of(
      Iterable<ChainNode> lowest, LayerSums sums, Map<String, Double> losses, long bytes) {
    CheapestToFree choice = new CheapestToFree(sums, losses);
    lowest.forEach(choice::group);
    choice.groups.values().forEach(choice::offer);
    choice.giveUpUntil(bytes);
    return choice.given;
  }

  /** Groups the images of a layer and of all above it; empty where one of them must stay. */
  private OptionalDouble group(ChainNode node) {
    double loss = 0;
    long bytes = sums.along(List.of(node)).bytes();
    boolean whole = true;
    for (ChainNode above : node.above.values()) {
      OptionalDouble part = group(above);
      whole &= part.isPresent();
      loss += part.orElse(0);
      Group group = groups.get(above);
      bytes += group == null ? 0 : group.bytes;
    }
    Set<String> ending = ending(node);
    whole &= losses.keySet().containsAll(ending);
    if (!whole) {
      return OptionalDouble.empty();
    }
    for (String id : ending) {
      loss += losses.getOrDefault(id, 0.0);
    }
    Group group = new Group(node, first(node));
    group.loss = loss;
    group.bytes = bytes;
    groups.put(node, group);
    return OptionalDouble.of(loss);
  }

  private static Set<String> ending(ChainNode node) {
    Set<String> ids = new LinkedHashSet<>();
    if (node.ends > 0) {
      for (Alignment image : node.images) {
        if (image.path().getLast().equals(node)) {
          ids.add(image.image().id());
        }
      }
    }
    return ids;
  }

  /** Decides between equal prices, so that no order of images matters. */
  private static String first(ChainNode node) {
    return node.images.getFirst().image().id() + " " + node.images.size();
  }

  private void offer(Group group) {
    if (group.bytes > 0) {
      offers.add(new Offer(group, group.loss / group.bytes, group.version));
    }
  }

  private void giveUpUntil(long bytes) {
    while (freed < bytes && !offers.isEmpty()) {
      Offer best = offers.remove();
      if (best.version() == best.group().version) {
        giveUp(best.group());
      }
    }
  }

  private void giveUp(Group group) {
    freed += group.bytes;
    List<String> images = new ArrayList<>();
    withdraw(group.node, images, new HashSet<>());
    given.addAll(images);
    double loss = group.loss;
    long bytes = group.bytes;
    for (ChainNode below = group.node.below.orElse(null);
        below != null;
        below = below.below.orElse(null)) {
      Group wider = groups.get(below);
      if (wider != null) {
        wider.loss -= loss;
        wider.bytes -= bytes;
        wider.version++;
        offer(wider);
      }
    }
  }

  private void withdraw(ChainNode node, List<String> images, Set<ChainNode> seen) {
    Group group = groups.remove(node);
    if (group == null || !seen.add(node)) {
      return;
    }
    group.version++;
    images.addAll(ending(node));
    node.above.values().forEach(above -> withdraw(above, images, seen));
  }
}
