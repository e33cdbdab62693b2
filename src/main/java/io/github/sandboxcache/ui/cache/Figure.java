package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.SegmentBar.Segment;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One key figure.
 *
 * @param note small text at the upper right; may be empty
 * @param before small text before the value; may be empty
 * @param value the value with its unit
 * @param after small text after the value; may be empty
 * @param bar the bar beneath
 * @param trend a line at the right, without which there is the bar; empty values for gaps
 * @param rise what the note begins with, put forward; may be empty
 * @param better whether that is good news
 * @param tip what the figure means exactly
 */
public record Figure(
    String note,
    String before,
    String value,
    String after,
    List<Segment> bar,
    List<OptionalDouble> trend,
    String rise,
    boolean better,
    String tip) {
  /** Copies the lists, so that the record never changes. */
  public Figure {
    bar = List.copyOf(bar);
    trend = List.copyOf(trend);
  }

  /** A figure with a bar. */
  public Figure(
      String note, String before, String value, String after, List<Segment> bar, String tip) {
    this(note, before, value, after, bar, List.of(), "", false, tip);
  }
}
