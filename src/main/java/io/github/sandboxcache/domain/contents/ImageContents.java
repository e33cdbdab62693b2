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
}
