package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.catalog.CachedImage;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A requested package for people: its name, and its version where one was asked for.
 *
 * @param name the name, harmless to show
 * @param version the version without its operator; empty when none was asked for
 */
public record PackageLabel(String name, String version) {
  private static final int SHOWN_IN_LINE = 2;

  // An at-sign at the very start belongs to the name: @types/node.
  private static final Pattern VERSIONED =
      Pattern.compile("(.[^=<>~!@\\s]*)\\s*(?:===|==|~=|@|=)\\s*v?([0-9][^\\s,;]*)");

  /** Splits a package as requested. */
  public static PackageLabel of(String requested) {
    Matcher versioned = VERSIONED.matcher(requested);
    return versioned.matches()
        ? new PackageLabel(PlainText.line(versioned.group(1)), PlainText.line(versioned.group(2)))
        : new PackageLabel(PlainText.line(requested), "");
  }

  /** The first packages of a set in one line, and how many more there are. */
  public static String line(List<String> requested) {
    String shown =
        requested.stream()
            .limit(SHOWN_IN_LINE)
            .map(PackageLabel::of)
            .map(PackageLabel::toString)
            .collect(Collectors.joining(", "));
    int more = requested.size() - SHOWN_IN_LINE;
    return more > 0 ? shown + " +" + more : shown;
  }

  /** The name of an image's first package, or the start of its key where that is not known. */
  public static String firstName(CachedImage image) {
    return image
        .packages()
        .flatMap(packages -> packages.stream().findFirst())
        .map(first -> of(first).name())
        .orElse(image.reference().tag());
  }

  /** Name and version with a space between. */
  @Override
  public String toString() {
    return version.isEmpty() ? name : name + " " + version;
  }
}
