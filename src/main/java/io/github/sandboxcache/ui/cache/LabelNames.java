package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.cache.Details.Line;
import java.util.List;

/**
 * Labels without what all their names begin with, which says nothing and takes the room.
 *
 * @param prefix what all names begin with, up to and with a dot; may be empty
 * @param lines the labels with the rest of their names
 */
record LabelNames(String prefix, List<Line> lines) {
  LabelNames {
    lines = List.copyOf(lines);
  }

  static LabelNames of(List<Line> labels) {
    String prefix = labels.size() < 2 ? "" : dotted(labels.getFirst().name());
    for (Line label : labels) {
      while (!label.name().startsWith(prefix)) {
        prefix = dotted(prefix.substring(0, prefix.length() - 1));
      }
    }
    int length = prefix.length();
    return new LabelNames(
        prefix,
        labels.stream()
            .map(label -> new Line(label.name().substring(length), label.value()))
            .toList());
  }

  private static String dotted(String text) {
    return text.substring(0, text.lastIndexOf('.') + 1);
  }
}
