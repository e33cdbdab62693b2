package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.ui.base.SegmentBar.Segment;
import java.util.List;

/**
 * One row of a bar chart.
 *
 * @param languageClass brings its language's colours
 * @param name what the bar is about
 * @param bar the bar
 * @param value the value as written
 * @param tip more about it; may be empty
 * @param key what is told when the row is chosen; empty for one that cannot be
 */
public record BarRow(
    String languageClass, String name, List<Segment> bar, String value, String tip, String key) {
  /** Copies the list, so that the record never changes. */
  public BarRow {
    bar = List.copyOf(bar);
  }
}
