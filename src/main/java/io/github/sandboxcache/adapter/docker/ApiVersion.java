package io.github.sandboxcache.adapter.docker;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of the engine API, as Docker counts it.
 *
 * @param major the part before the dot
 * @param minor the part after it
 */
record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {
  /** The oldest that this app speaks: Docker 19.03. */
  static final ApiVersion OLDEST = new ApiVersion(1, 40);

  /** The newest that this app was tested with: Docker 28.5. */
  static final ApiVersion NEWEST = new ApiVersion(1, 51);

  /** The first whose image list can say what images share. */
  static final ApiVersion SHARED_SIZE_IN_LIST = new ApiVersion(1, 44);

  /** The first whose count of shared bytes includes parents without a name: Docker 23. */
  static final ApiVersion NAMELESS_PARENTS_COUNTED = new ApiVersion(1, 42);

  private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(\\.\\d+)?");

  static Optional<ApiVersion> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new ApiVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** The highest version that both sides know, or empty when there is none. */
  static Optional<ApiVersion> common(ApiVersion engineOldest, ApiVersion engineNewest) {
    ApiVersion highest = engineNewest.isAtLeast(NEWEST) ? NEWEST : engineNewest;
    return highest.isAtLeast(OLDEST) && highest.isAtLeast(engineOldest)
        ? Optional.of(highest)
        : Optional.empty();
  }

  boolean isAtLeast(ApiVersion other) {
    return compareTo(other) >= 0;
  }

  @Override
  public int compareTo(ApiVersion other) {
    int byMajor = Integer.compare(major, other.major);
    return byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
