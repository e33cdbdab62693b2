package io.github.sandboxcache.ui.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The colours of one theme as the style sheet has them.
 *
 * @param colours opaque colours by name, as {@code #RRGGBB}
 */
record Tokens(TreeMap<String, String> colours) {
  private static final Pattern TOKEN = Pattern.compile("-sc-([a-z0-9-]+): (#[0-9A-F]{6});");
  private static final double LINEAR_BELOW = 0.04045;

  static Tokens light() {
    return new Tokens(of(".root {"));
  }

  /** Dark changes some of the light ones. */
  static Tokens dark() {
    TreeMap<String, String> colours = of(".root {");
    colours.putAll(of(".root.dark {"));
    return new Tokens(colours);
  }

  /**
   * The contrast of two colours as WCAG 2.2 defines it, from 1 to 21.
   *
   * @throws IllegalArgumentException when there is no such colour
   */
  double contrast(String one, String other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private double luminance(String name) {
    String colour = colours.get(name);
    if (colour == null) {
      throw new IllegalArgumentException("no colour " + name);
    }
    return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
  }

  private static double channel(String colour, int at) {
    double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
    return value <= LINEAR_BELOW ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static TreeMap<String, String> of(String selector) {
    String sheet = sheet();
    int begin = sheet.indexOf(selector);
    String rule = sheet.substring(begin, sheet.indexOf('}', begin));
    TreeMap<String, String> colours = new TreeMap<>();
    Matcher matcher = TOKEN.matcher(rule);
    while (matcher.find()) {
      colours.put(matcher.group(1), matcher.group(2));
    }
    return colours;
  }

  private static String sheet() {
    try (InputStream in = Objects.requireNonNull(Tokens.class.getResourceAsStream("tokens.css"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
