package io.github.sandboxcache.ui.figures;

import io.github.sandboxcache.ui.theme.SegmentBar.Segment;
import java.util.List;

/**
 * One key figure.
 *
 * @param note small text at the upper right; may be empty
 * @param before small text before the value; may be empty
 * @param value the value with its unit
 * @param after small text after the value; may be empty
 * @param bar the bar beneath
 * @param tip what the figure means exactly
 */
public record Figure(
    String note, String before, String value, String after, List<Segment> bar, String tip) {
  /** Copies the list, so that the record never changes. */
  public Figure {
    bar = List.copyOf(bar);
  }
}
