package io.github.sandboxcache.domain.contents;

import java.util.List;
import java.util.OptionalLong;

/**
 * A package that an image has and its base has not, or has in another version.
 *
 * @param ecosystem what kind of package
 * @param name as its own metadata spells it
 * @param version empty when its metadata tells none
 * @param sizeBytes unpacked: what its files take, or what its metadata says they take; empty when
 *     nothing trustworthy says it
 * @param asked whether the package manager marked it as asked for, not as a dependency
 * @param dependencies names of the packages it needs, installed or not
 */
public record InstalledPackage(
    Ecosystem ecosystem,
    String name,
    String version,
    OptionalLong sizeBytes,
    boolean asked,
    List<String> dependencies) {
  /** Copies the list, so that the record never changes. */
  public InstalledPackage {
    dependencies = List.copyOf(dependencies);
  }
}
