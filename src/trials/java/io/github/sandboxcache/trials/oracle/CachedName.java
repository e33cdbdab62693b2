package io.github.sandboxcache.trials.oracle;

/**
 * A name of exactly the cache's form, the only kind that may ever go.
 *
 * @param engineName as the engine spells it
 * @param shortName as people know it
 * @param language what stands in it
 * @param imageId the image behind it
 * @param created when that was made, in seconds since 1970
 */
public record CachedName(
    String engineName, String shortName, String language, String imageId, long created)
    implements Comparable<CachedName> {
  @Override
  public int compareTo(CachedName other) {
    return engineName.compareTo(other.engineName);
  }

  @Override
  public String toString() {
    return engineName;
  }
}
