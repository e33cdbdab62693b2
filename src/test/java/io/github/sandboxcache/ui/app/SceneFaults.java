package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.settings.Settings.Theme;
import io.github.sandboxcache.text.TextLanguage;
import io.github.sandboxcache.ui.app.ShownWords.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.TextFlow;

/**
 * What is wrong with a window as it is shown: words are cut off and told nowhere in full, stick out
 * of it, lie over each other, or cannot be read on their ground; a ground is one of the other
 * theme, or they are of another language.
 */
public final class SceneFaults {
  private static final double MIN_CONTRAST = 4.5;

  /** Letters leave some of the room of their line free. */
  private static final double AIR = 2;

  private static final List<String> GROUNDS = List.of(".canvas", ".surface", ".floating");

  private SceneFaults() {}

  /** All faults of what a scene shows in that theme, in words. */
  public static List<String> of(Scene scene, Theme theme) {
    return Toolkit.call(
        () -> {
          List<Word> words = ShownWords.in(scene.getRoot());
          return Stream.of(
                  cut(words),
                  outside(scene, words),
                  overEachOther(words),
                  pale(words),
                  foreign(words),
                  grounds(scene, theme))
              .flatMap(List::stream)
              .toList();
        });
  }

  /** What can be read there. */
  public static List<String> words(Node part) {
    return Toolkit.call(() -> ShownWords.in(part).stream().map(Word::said).toList());
  }

  private static List<String> cut(List<Word> words) {
    return words.stream()
        .filter(word -> word.isCut() && !word.isToldInFull())
        .map(word -> "cut off: %s, meant is %s".formatted(word, word.meant()))
        .toList();
  }

  private static List<String> outside(Scene scene, List<Word> words) {
    Bounds inside = new BoundingBox(0, 0, scene.getWidth(), scene.getHeight());
    return words.stream()
        .filter(word -> !inside.contains(word.bounds()))
        .map(word -> "sticks out: " + word)
        .toList();
  }

  private static List<String> overEachOther(List<Word> words) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      for (int j = i + 1; j < words.size(); j++) {
        Bounds both = common(words.get(i).bounds(), words.get(j).bounds());
        if (both.getWidth() > AIR
            && both.getHeight() > AIR
            && !flow(words, i, j)
            && !isCovered(words, i, j, both)) {
          found.add("over each other: %s and %s".formatted(words.get(i), words.get(j)));
        }
      }
    }
    return found;
  }

  /** Whether they are parts of one text, of which one begins on the line where the other ends. */
  private static boolean flow(List<Word> words, int one, int other) {
    Node in = words.get(one).above().getFirst();
    return in instanceof TextFlow && in.equals(words.get(other).above().getFirst());
  }

  private static Bounds common(Bounds a, Bounds b) {
    double x = Math.max(a.getMinX(), b.getMinX());
    double y = Math.max(a.getMinY(), b.getMinY());
    return new BoundingBox(
        x,
        y,
        Math.max(0, Math.min(a.getMaxX(), b.getMaxX()) - x),
        Math.max(0, Math.min(a.getMaxY(), b.getMaxY()) - y));
  }

  /** Whether a ground between them hides the one that is painted first. */
  private static boolean isCovered(List<Word> words, int below, int above, Bounds place) {
    List<Node> shared = words.get(below).above();
    return words.get(above).above().stream()
        .takeWhile(node -> !shared.contains(node))
        .anyMatch(
            node ->
                node instanceof Region region
                    && ground(region, place).isOpaque()
                    && region.localToScene(region.getLayoutBounds()).contains(place));
  }

  private static List<String> pale(List<Word> words) {
    return words.stream()
        .filter(word -> word.above().stream().noneMatch(SceneFaults::isFaded))
        .filter(word -> word.node().getFill() instanceof Color)
        .filter(word -> contrast((Color) word.node().getFill(), ground(word)) < MIN_CONTRAST)
        .map(word -> "pale: %s, %s on %s".formatted(word, word.node().getFill(), ground(word)))
        .toList();
  }

  /** English words in the window of somebody who reads another language. */
  private static List<String> foreign(List<Word> words) {
    if (TextLanguage.current() == TextLanguage.ENGLISH) {
      return List.of();
    }
    Set<String> english = EnglishWords.only();
    return words.stream()
        .filter(word -> english.contains(word.meant()))
        .map(word -> "English: " + word)
        .toList();
  }

  private static List<String> grounds(Scene scene, Theme theme) {
    return GROUNDS.stream()
        .flatMap(selector -> scene.getRoot().lookupAll(selector).stream())
        .map(Region.class::cast)
        .filter(region -> ground(region).isOpaque())
        .filter(region -> ground(region).getBrightness() < 0.5 != (theme == Theme.DARK))
        .map(region -> "not %s: %s".formatted(theme, region))
        .toList();
  }

  /** What cannot be used need not be read as well. */
  private static boolean isFaded(Node node) {
    return node.isDisabled() || node.getOpacity() < 1;
  }

  private static Color ground(Word word) {
    Color seen = Color.TRANSPARENT;
    for (Node node : word.above()) {
      if (node instanceof Region region) {
        seen = over(seen, ground(region, word.bounds()));
      }
    }
    return seen;
  }

  private static Color ground(Region region) {
    return ground(region, region.localToScene(region.getLayoutBounds()));
  }

  /** The colour that a region paints in the middle of that place. */
  private static Color ground(Region region, Bounds place) {
    Point2D middle = region.sceneToLocal(place.getCenterX(), place.getCenterY());
    Color seen = Color.TRANSPARENT;
    if (region.getBackground() != null) {
      for (BackgroundFill fill : region.getBackground().getFills()) {
        Insets bare = fill.getInsets();
        boolean painted =
            middle.getX() >= bare.getLeft()
                && middle.getX() <= region.getWidth() - bare.getRight()
                && middle.getY() >= bare.getTop()
                && middle.getY() <= region.getHeight() - bare.getBottom();
        seen = painted && fill.getFill() instanceof Color colour ? over(colour, seen) : seen;
      }
    }
    return seen;
  }

  private static Color over(Color above, Color below) {
    double left = below.getOpacity() * (1 - above.getOpacity());
    double opacity = above.getOpacity() + left;
    return opacity == 0
        ? Color.TRANSPARENT
        : new Color(
            (above.getRed() * above.getOpacity() + below.getRed() * left) / opacity,
            (above.getGreen() * above.getOpacity() + below.getGreen() * left) / opacity,
            (above.getBlue() * above.getOpacity() + below.getBlue() * left) / opacity,
            opacity);
  }

  /** The contrast of two colours as WCAG 2.2 defines it, from 1 to 21. */
  static double contrast(Color one, Color other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
