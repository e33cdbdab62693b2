package io.github.sandboxcache.ui.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Guards WCAG 2.2 AA in both themes: text keeps 4.5:1 on every ground it stands on (1.4.3), marks
 * that tell something keep 3:1 (1.4.11).
 */
class ContrastTest {
  private static final double TEXT = 4.5;
  private static final double MARK = 3;

  private static final List<String> GROUNDS =
      List.of("canvas", "surface", "raised", "sunken", "group", "hover", "selected");
  private static final List<String> ROWS = List.of("surface", "group", "hover", "selected");

  /** Colours of words, each with the grounds it stands on. */
  static final List<Pair> TEXTS =
      List.of(
          new Pair("text", GROUNDS),
          new Pair("text2", GROUNDS),
          new Pair("text3", GROUNDS),
          new Pair("accent-text", GROUNDS),
          new Pair("accent-text", List.of("accent-soft")),
          new Pair("ok", GROUNDS),
          new Pair("ok", List.of("ok-soft")),
          new Pair("warn", GROUNDS),
          new Pair("warn", List.of("warn-soft")),
          new Pair("danger", GROUNDS),
          new Pair("danger", List.of("danger-soft")),
          new Pair("on-accent", List.of("accent", "accent-hover", "danger-fill")),
          new Pair("on-inverse", List.of("inverse")),
          new Pair("on-inverse2", List.of("inverse")),
          new Pair("inverse-link", List.of("inverse")));

  /** Colours of dots, bars, lines, icons and of the edge that shows where the keyboard is. */
  static final List<Pair> MARKS =
      List.of(
          new Pair("accent", GROUNDS),
          new Pair("warn-fill", List.of("surface", "raised", "sunken")),
          new Pair("danger-fill", List.of("surface", "canvas", "raised")),
          new Pair("inverse-danger", List.of("inverse")),
          new Pair("hits", List.of("surface")),
          new Pair("python", ROWS),
          new Pair("typescript", ROWS),
          new Pair("javascript", ROWS),
          new Pair("go", ROWS),
          new Pair("rust", ROWS),
          new Pair("bash", ROWS),
          new Pair("ruby", ROWS));

  /**
   * What tells nothing by itself: edges of controls that have words in them, the part of a bar that
   * a number beside it names, grounds of tags, and what cannot be used.
   */
  private static final Set<String> DECORATION =
      Set.of(
          "border",
          "border-strong",
          "danger-border",
          "inverse-border",
          "disabled",
          "python-soft",
          "typescript-soft",
          "javascript-soft",
          "go-soft",
          "rust-soft",
          "bash-soft",
          "ruby-soft");

  /** A colour and where it stands. */
  record Pair(String colour, List<String> grounds) {}

  @ParameterizedTest
  @FieldSource("TEXTS")
  void textCanBeRead(Pair pair) {
    assertContrast(pair, TEXT);
  }

  @ParameterizedTest
  @FieldSource("MARKS")
  void marksCanBeSeen(Pair pair) {
    assertContrast(pair, MARK);
  }

  /** What a chart draws tells its data. */
  @Test
  void chartsDrawInColoursThatCanBeSeen() throws IOException {
    Set<String> seen = new TreeSet<>(Set.of("lang"));
    Stream.of(TEXTS, MARKS)
        .flatMap(List::stream)
        .filter(pair -> pair.grounds().contains("surface"))
        .forEach(pair -> seen.add(pair.colour()));
    Pattern marks =
        Pattern.compile(
            "\\.(?:trend-|heat-fill|bucket-bar|spark)[^{]*\\{[^}]*?"
                + "-fx-(?:fill|stroke|background-color): -sc-([a-z0-9-]+);");
    Set<String> drawn = new TreeSet<>();
    for (String sheet : List.of("usage/usage.css", "cache/details.css", "base/parts.css")) {
      marks
          .matcher(Files.readString(Path.of("src/main/resources/io/github/sandboxcache/ui", sheet)))
          .results()
          .forEach(result -> drawn.add(result.group(1)));
    }
    assertThat(drawn).contains("lang", "ok", "warn-fill", "danger", "accent").isSubsetOf(seen);
  }

  /** A colour that is added is thought about here too. */
  @Test
  void everyColourIsLookedAt() {
    Set<String> known = new TreeSet<>(DECORATION);
    Stream.of(TEXTS, MARKS)
        .flatMap(List::stream)
        .forEach(
            pair -> {
              known.add(pair.colour());
              known.addAll(pair.grounds());
            });
    assertThat(Tokens.light().colours().keySet()).isEqualTo(known);
    assertThat(Tokens.dark().colours().keySet()).isEqualTo(known);
  }

  @Test
  void noOtherStyleSheetNamesAColour() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
      List<Path> sheets =
          files
              .filter(file -> file.toString().endsWith(".css") && !file.endsWith("tokens.css"))
              .toList();
      assertThat(sheets).isNotEmpty();
      for (Path sheet : sheets) {
        assertThat(Files.readString(sheet))
            .as(sheet.toString())
            .doesNotContainPattern("#[0-9A-Fa-f]{3}|(?:rgba?|hsba?|derive|ladder)\\(")
            .doesNotContainPattern(":[^;{}]*\\b(?:white|black|gr[ae]y|red|green|blue|orange)\\b");
      }
    }
  }

  private static void assertContrast(Pair pair, double least) {
    for (String ground : pair.grounds()) {
      assertThat(Tokens.light().contrast(pair.colour(), ground))
          .as("light: %s on %s", pair.colour(), ground)
          .isGreaterThanOrEqualTo(least);
      assertThat(Tokens.dark().contrast(pair.colour(), ground))
          .as("dark: %s on %s", pair.colour(), ground)
          .isGreaterThanOrEqualTo(least);
    }
  }
}
