package io.github.sandboxcache.domain.contents;

import java.util.List;
import java.util.Map;

/**
 * What is inside an image above its base. Everything is bounded, whatever the image holds.
 *
 * @param layers its own layers, lowest first
 * @param packages what is installed there, by kind and name
 * @param candidates the packages that somebody may have asked for
 * @param files the files of its own layers
 * @param problems what could not be read, with how often it was met, which may be more often than
 *     there are packages or layers concerned; empty when all was read
 */
public record ImageContents(
    List<OwnLayer> layers,
    List<InstalledPackage> packages,
    List<Candidate> candidates,
    OwnFiles files,
    Map<ContentsProblem, Long> problems) {
  /** Copies the collections, so that the record never changes. */
  public ImageContents {
    layers = List.copyOf(layers);
    packages = List.copyOf(packages);
    candidates = List.copyOf(candidates);
    problems = Map.copyOf(problems);
  }

  /** All files of its own layers together. */
  public long totalBytes() {
    return files.tree().count().bytes();
  }

  /** What its packages take together, as far as that is known. */
  public long packageBytes() {
    return packages.stream().mapToLong(each -> each.sizeBytes().orElse(0)).sum();
  }

  /** What package managers keep of downloads and lists. */
  public long cacheBytes() {
    return files.waste().getOrDefault(WasteKind.CACHE, FileCount.NONE).bytes();
  }

  /** The files that are neither of a package nor such a cache; 0 where packages claim more. */
  public long otherBytes() {
    return Math.max(0, totalBytes() - packageBytes() - cacheBytes());
  }
}
