package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.SegmentBar.Segment;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One key figure in words. Texts that there may be no room for come in several lengths, the longest
 * first.
 *
 * @param value the value with its unit
 * @param after small text after the value; none when empty
 * @param note what stands at the upper right
 * @param graph what is drawn
 * @param tip what the figure means exactly, and by which rule it is judged
 * @param offer what can be done about it, in lengths as well; none when empty
 */
record Figure(
    String value, List<String> after, Note note, Graph graph, String tip, List<String> offer) {
  Figure {
    after = List.copyOf(after);
    offer = List.copyOf(offer);
  }

  /** A figure about which nothing need be done. */
  Figure(String value, List<String> after, Note note, Graph graph, String tip) {
    this(value, after, note, graph, tip, List.of());
  }

  /** A figure that is not known, and why in a few words. */
  static Figure unknown(String none, String why, String tip) {
    return new Figure(none, List.of(why), Note.NONE, new Graph.None(), tip);
  }

  /** The same with that note. */
  Figure with(Note other) {
    return new Figure(value, after, other, graph, tip, offer);
  }

  /** The same with something to do about it. */
  Figure offering(String... lengths) {
    return new Figure(value, after, note, graph, tip, List.of(lengths));
  }

  /**
   * All it says, in the longest words.
   *
   * @param name what the figure is called
   */
  String spoken(String name) {
    return Stream.of(
            name,
            value,
            longest(after),
            note.verdict(),
            longest(note.rest()).replace("\u00b7 ", ""))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String longest(List<String> lengths) {
    return lengths.isEmpty() ? "" : lengths.getFirst();
  }

  /**
   * A quiet fact, or a verdict with what it rests on.
   *
   * @param verdict put forward; may be empty
   * @param tone the style class of its colour
   * @param icon stands before it; empty for none
   * @param rest stands after it, quietly; none when empty
   */
  record Note(String verdict, String tone, String icon, List<String> rest) {
    static final Note NONE = quiet(List.of());

    Note {
      rest = List.copyOf(rest);
    }

    static Note quiet(List<String> lengths) {
      return new Note("", "text2", "", lengths);
    }
  }

  /** What is drawn of a figure. */
  sealed interface Graph {
    /** Nothing. */
    record None() implements Graph {}

    /** A bar along the bottom. */
    record Bar(List<Segment> parts) implements Graph {
      public Bar {
        parts = List.copyOf(parts);
      }
    }

    /** A column for each piece of time; none of them is less than nothing. */
    record Columns(List<Double> heights) implements Graph {
      public Columns {
        heights = List.copyOf(heights);
      }
    }

    /** A line over time; empty values for gaps. */
    record Line(List<OptionalDouble> values) implements Graph {
      public Line {
        values = List.copyOf(values);
      }
    }
  }
}
