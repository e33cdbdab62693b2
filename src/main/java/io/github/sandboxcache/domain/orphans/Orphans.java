package io.github.sandboxcache.domain.orphans;

import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.catalog.Containers;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.catalog.Users;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.layers.LayerState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what failed saves of the sandbox left: images without a name that bear the label of its
 * containers and from which no other image was made.
 */
public final class Orphans {
  /** What the sandbox writes on its containers; a commit takes it over. */
  public static final String LABEL = "mcp-sandbox";

  private static final String LABEL_VALUE = "true";

  private static final Comparator<Orphan> NEWEST_FIRST =
      Comparator.comparing((Orphan orphan) -> orphan.image().createdAt().orElse(Instant.MIN))
          .reversed()
          .thenComparing(Orphan::id);

  private Orphans() {}

  /** Those among everything an engine listed, newest first; those in use are among them. */
  public static List<Orphan> of(EngineSnapshot snapshot) {
    List<EngineImage> left = snapshot.images().stream().filter(Orphans::isLeftBySandbox).toList();
    if (left.isEmpty()) {
      return List.of();
    }
    Set<String> parents = new HashSet<>();
    snapshot.images().forEach(image -> image.parentId().ifPresent(parents::add));
    Map<String, List<EngineContainer>> users = new HashMap<>();
    for (EngineContainer container : snapshot.containers().listed()) {
      users.computeIfAbsent(container.imageId(), _ -> new ArrayList<>()).add(container);
    }
    boolean usersKnown = snapshot.containers() instanceof Containers.Known;
    LanguageHints hints = new LanguageHints(snapshot);
    return left.stream()
        .filter(image -> !parents.contains(image.id()))
        .map(
            image ->
                new Orphan(
                    image,
                    hints.of(image),
                    usersKnown
                        ? Users.of(users.getOrDefault(image.id(), List.of()))
                        : Users.UNKNOWN))
        .sorted(NEWEST_FIRST)
        .toList();
  }

  /** The bytes that only those images have; empty while layers are being measured. */
  public static Optional<ByteCount> bytes(Collection<Orphan> some, LayerState layers) {
    return layers
        .graph()
        .map(graph -> graph.freedBy(some.stream().map(Orphan::id).collect(Collectors.toSet())));
  }

  /**
   * Whether it has no name and the sandbox's label. An install of this app commits without a name,
   * too, and looks after its own.
   */
  private static boolean isLeftBySandbox(EngineImage image) {
    return image.references().isEmpty()
        && LABEL_VALUE.equals(image.labels().get(LABEL))
        && image.labels().keySet().stream().noneMatch(n -> n.startsWith(ImageLabels.INSTALL));
  }
}
