package io.github.sandboxcache.ui.images;

import io.github.sandboxcache.text.PlainText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A requested package for people: its name, and its version where one was asked for.
 *
 * @param name the name, harmless to show
 * @param version the version without its operator; empty when none was asked for
 */
public record PackageName(String name, String version) {
  // An at-sign at the very start belongs to the name: @types/node.
  private static final Pattern VERSIONED =
      Pattern.compile("(.[^=<>~!@\\s]*)\\s*(?:===|==|~=|@|=)\\s*v?([0-9][^\\s,;]*)");

  /** Splits a package as requested. */
  public static PackageName of(String requested) {
    Matcher versioned = VERSIONED.matcher(requested);
    return versioned.matches()
        ? new PackageName(PlainText.line(versioned.group(1)), PlainText.line(versioned.group(2)))
        : new PackageName(PlainText.line(requested), "");
  }
}
