package io.github.sandboxcache.domain.layers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Finds the bytes of every chain of layers that all images allow together. What single histories
 * leave open is settled by the bytes that images share, and by the engine's count of all layers.
 */
final class ChainBytes {
  /** Beyond so many, what is open stays open. */
  private static final int MAX_SOLUTIONS = 256;

  private static final int MAX_STEPS = 5_000;

  private static final int MAX_SUMS = 20_000;

  private final List<ChainNode> nodes;
  private final List<Alignment> alignments;

  /** Whose layers may be narrowed by each other. */
  private final Set<Alignment> waiting = new LinkedHashSet<>();

  /** Whose history contradicts what is known from others; nothing is taken from it. */
  private final Set<Alignment> contradicting = new HashSet<>();

  private int steps;

  ChainBytes(List<ChainNode> nodes, List<Alignment> alignments) {
    this.nodes = nodes;
    this.alignments = alignments;
  }

  /**
   * Narrows every node's candidates as far as it is certain.
   *
   * @return the nodes left open; of those that matter, one possible way is taken
   */
  Set<ChainNode> settle(OptionalLong allLayers) {
    waiting.addAll(alignments);
    alignments.forEach(this::narrowByTotal);
    narrowEachOther();
    alignments.forEach(this::narrowByShared);
    narrowEachOther();
    List<Component> components = components();
    components.forEach(this::keepAll);
    narrowEachOther();
    allLayers.ifPresent(all -> settleByAllLayers(components, all));
    Set<ChainNode> open = new LinkedHashSet<>(nodes.stream().filter(ChainBytes::isOpen).toList());
    components.forEach(
        component -> component.solutions().stream().findFirst().ifPresent(this::take));
    narrowEachOther();
    return open;
  }

  /** Whether an image's own history was of no use. */
  boolean contradicts(Alignment alignment) {
    return !alignment.readable() || contradicting.contains(alignment);
  }

  private static boolean isOpen(ChainNode node) {
    return !node.candidates.isSettled();
  }

  private void narrowByTotal(Alignment alignment) {
    if (!alignment.path().isEmpty()) {
      alignment
          .image()
          .layers()
          .unpackedBytes()
          .ifPresent(bytes -> narrow(alignment.path().getLast(), Candidates.only(bytes)));
    }
  }

  /** The shared bytes are those up to the highest layer that another image has, too. */
  private void narrowByShared(Alignment alignment) {
    OptionalLong shared = alignment.image().sharedBytes();
    if (shared.isPresent()) {
      for (ChainNode node : alignment.path().reversed()) {
        if (sharedWithOther(node, alignment)) {
          narrow(node, Candidates.only(shared.getAsLong()));
          return;
        }
      }
    }
  }

  private static boolean sharedWithOther(ChainNode node, Alignment own) {
    for (Alignment other : node.images) {
      if (other != own && other.image().countedByOthers()) {
        return true;
      }
    }
    return false;
  }

  private void narrow(ChainNode node, Candidates by) {
    Candidates narrowed = node.candidates.and(by);
    if (!narrowed.isEmpty() && !narrowed.sameAs(node.candidates)) {
      set(node, narrowed);
    }
  }

  private void set(ChainNode node, Candidates candidates) {
    node.candidates = candidates;
    waiting.addAll(node.images);
  }

  /** Lets all histories narrow each other's layers until nothing changes any more. */
  private void narrowEachOther() {
    while (!waiting.isEmpty()) {
      Alignment next = waiting.iterator().next();
      waiting.remove(next);
      if (contradicts(next)) {
        continue;
      }
      List<Candidates> found = next.candidates();
      if (found.stream().anyMatch(Candidates::isEmpty)) {
        contradicting.add(next);
        continue;
      }
      for (int i = 0; i < found.size(); i++) {
        narrow(next.path().get(i), found.get(i));
      }
      // Its own layers it has narrowed as far as it can.
      waiting.remove(next);
    }
  }

  /**
   * The open nodes that decide over what is freed, grouped by the images that tie them together.
   */
  private List<Component> components() {
    Map<ChainNode, Set<ChainNode>> groups = new HashMap<>();
    for (Alignment alignment : alignments) {
      Set<ChainNode> joined = new LinkedHashSet<>();
      alignment.path().stream()
          .filter(node -> node.candidates.isOpen() && node.boundary())
          .forEach(node -> joined.addAll(groups.getOrDefault(node, Set.of(node))));
      joined.forEach(node -> groups.put(node, joined));
    }
    List<Component> found = new ArrayList<>();
    Set<ChainNode> seen = new HashSet<>();
    for (ChainNode node : nodes) {
      Set<ChainNode> group = groups.get(node);
      if (group != null && seen.add(node)) {
        seen.addAll(group);
        List<ChainNode> members = nodes.stream().filter(group::contains).toList();
        found.add(new Component(members, solutions(members)));
      }
    }
    return found;
  }

  /** All ways to settle those nodes, or the first so many; none when that takes too long. */
  private List<Solution> solutions(List<ChainNode> members) {
    List<Solution> found = new ArrayList<>();
    steps = 0;
    search(members, 0, found);
    return steps > MAX_STEPS ? List.of() : found;
  }

  private void search(List<ChainNode> members, int at, List<Solution> found) {
    if (found.size() > MAX_SOLUTIONS || ++steps > MAX_STEPS) {
      return;
    }
    if (at == members.size()) {
      found.add(Solution.of(members));
      return;
    }
    ChainNode node = members.get(at);
    Map<ChainNode, Candidates> before = new HashMap<>();
    nodesTiedTo(node).forEach(tied -> before.put(tied, tied.candidates));
    Set<Alignment> contradictingBefore = Set.copyOf(contradicting);
    node.candidates.stream()
        .forEach(
            value -> {
              set(node, Candidates.only(value));
              narrowEachOther();
              if (contradicting.size() == contradictingBefore.size()) {
                search(members, at + 1, found);
              }
              contradicting.retainAll(contradictingBefore);
              before.forEach((tied, candidates) -> tied.candidates = candidates);
            });
  }

  private static Set<ChainNode> nodesTiedTo(ChainNode node) {
    Set<ChainNode> tied = new HashSet<>();
    Deque<ChainNode> waiting = new ArrayDeque<>(List.of(node));
    Set<Alignment> seen = new HashSet<>();
    while (!waiting.isEmpty()) {
      for (Alignment alignment : waiting.remove().images) {
        if (seen.add(alignment)) {
          for (ChainNode other : alignment.path()) {
            if (tied.add(other) && !other.candidates.isSettled()) {
              waiting.add(other);
            }
          }
        }
      }
    }
    return tied;
  }

  /** Keeps, of each component, the solutions with which all layers together have those bytes. */
  private void settleByAllLayers(List<Component> components, long all) {
    Set<ChainNode> members = new HashSet<>();
    components.forEach(component -> members.addAll(component.nodes()));
    List<ChainNode> others =
        nodes.stream().filter(node -> node.weight() != 0 && !members.contains(node)).toList();
    if (others.stream().anyMatch(ChainBytes::isOpen)
        || !components.stream().allMatch(Component::complete)) {
      return;
    }
    long rest = all - others.stream().mapToLong(n -> n.weight() * n.candidates.first()).sum();
    List<List<Solution>> kept = new ArrayList<>();
    for (Component component : components) {
      Set<Long> sums = Set.of(rest);
      for (Component other : components) {
        if (!other.equals(component)) {
          sums = minus(sums, other);
        }
      }
      Set<Long> possible = sums;
      kept.add(component.solutions().stream().filter(s -> possible.contains(s.bytes())).toList());
    }
    if (kept.stream().noneMatch(List::isEmpty)) {
      for (int i = 0; i < kept.size(); i++) {
        components.set(i, new Component(components.get(i).nodes(), kept.get(i)));
        keepAll(components.get(i));
      }
      narrowEachOther();
    }
  }

  /** Leaves the nodes of a component only what a solution has. */
  private void keepAll(Component component) {
    if (component.complete()) {
      for (ChainNode node : component.nodes()) {
        set(node, Candidates.of(component.solutions().stream().mapToLong(s -> s.sum(node))));
      }
    }
  }

  private void take(Solution solution) {
    solution.sums().forEach((node, sum) -> set(node, Candidates.only(sum)));
  }

  private static Set<Long> minus(Set<Long> sums, Component component) {
    Set<Long> left = new HashSet<>();
    for (long sum : sums) {
      for (Solution solution : component.solutions()) {
        if (left.size() < MAX_SUMS) {
          left.add(sum - solution.bytes());
        }
      }
    }
    return left;
  }

  /** Open nodes that depend on each other, and the ways to settle them. */
  private record Component(List<ChainNode> nodes, List<Solution> solutions) {
    /** Whether these are all ways there are. */
    boolean complete() {
      return !solutions.isEmpty() && solutions.size() <= MAX_SOLUTIONS;
    }
  }

  /**
   * One way.
   *
   * @param bytes what its nodes add to the bytes of all layers
   */
  private record Solution(Map<ChainNode, Long> sums, long bytes) {
    static Solution of(List<ChainNode> settled) {
      Map<ChainNode, Long> sums = new HashMap<>();
      long bytes = 0;
      for (ChainNode node : settled) {
        sums.put(node, node.candidates.first());
        bytes += node.weight() * node.candidates.first();
      }
      return new Solution(sums, bytes);
    }

    long sum(ChainNode node) {
      return sums.getOrDefault(node, 0L);
    }
  }
}
