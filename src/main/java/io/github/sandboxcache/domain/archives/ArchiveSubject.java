package io.github.sandboxcache.domain.archives;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an archive is of.
 *
 * @param engine the name of the engine that has or had the image, see {@link
 *     io.github.sandboxcache.domain.engine.EngineIdentity}; another one writes and reads archives
 *     in another way
 * @param imageId the engine's id of it
 * @param names its names in the cache, as the engine writes them
 * @param diffIds its layers, {@code sha256:…}, lowest first
 * @param baseLayers how many of them, from the lowest on, are those of its base and left out
 * @param baseId the engine's id of that base; empty where nothing is left out
 */
public record ArchiveSubject(
    String engine,
    String imageId,
    List<String> names,
    List<String> diffIds,
    int baseLayers,
    Optional<String> baseId) {
  /** Copies the lists; refuses more layers of a base than there are. */
  public ArchiveSubject {
    names = List.copyOf(names);
    diffIds = List.copyOf(diffIds);
    if (baseLayers < 0 || baseLayers > diffIds.size()) {
      throw new IllegalArgumentException(
          "%d of %d layers cannot be of a base".formatted(baseLayers, diffIds.size()));
    }
  }

  /** The layers that the engine must have by itself, lowest first. */
  public List<String> base() {
    return diffIds.subList(0, baseLayers);
  }

  /** The layers left out. One that is above the base as well is not: it is another one there. */
  public Set<String> leftOut() {
    Set<String> leftOut = new HashSet<>(base());
    diffIds.subList(baseLayers, diffIds.size()).forEach(leftOut::remove);
    return Set.copyOf(leftOut);
  }

  /** The same with those names. */
  public ArchiveSubject withNames(List<String> others) {
    return new ArchiveSubject(engine, imageId, others, diffIds, baseLayers, baseId);
  }
}
