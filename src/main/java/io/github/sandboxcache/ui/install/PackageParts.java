package io.github.sandboxcache.ui.install;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A package as given, taken apart for the eye: the name stands out, the version is quieter.
 *
 * @param name the name with extras
 * @param version the version without {@code ==} or {@code @}; empty when none is given
 */
public record PackageParts(String name, String version) {
  private static final int SHOWN_IN_LINE = 2;
  private static final Pattern EXACT = Pattern.compile("(.+?)===?([^=,]+)");
  private static final Pattern AT = Pattern.compile("(.[^@]*)@([^@]+)");
  private static final Pattern RANGE = Pattern.compile("([^<>=!~]+)([<>=!~].*)");

  /** Takes a package apart; one of no known form is all name. */
  public static PackageParts of(String given) {
    for (Pattern pattern : List.of(EXACT, AT, RANGE)) {
      Matcher matcher = pattern.matcher(given);
      if (matcher.matches()) {
        return new PackageParts(matcher.group(1), matcher.group(2));
      }
    }
    return new PackageParts(given, "");
  }

  /** The first packages of a set in one line, and how many more there are. */
  public static String line(List<String> packages) {
    String shown =
        packages.stream()
            .limit(SHOWN_IN_LINE)
            .map(PackageParts::of)
            .map(PackageParts::toString)
            .collect(Collectors.joining(", "));
    int more = packages.size() - SHOWN_IN_LINE;
    return more > 0 ? shown + " +" + more : shown;
  }

  /** Name and version with a space between. */
  @Override
  public String toString() {
    return version.isEmpty() ? name : name + " " + version;
  }
}
