package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.OptionalLong;

/**
 * A line of a comparison: the head of a section, or what differs. All text is harmless to show.
 *
 * @param section whether it is the head of a section
 * @param icon what happened; empty for none
 * @param name the section's or the package's name
 * @param count how many a section holds; 0 where that is not counted
 * @param first what the first image has
 * @param second what the second image has
 * @param bytes by how much the second one is larger; empty when that is not known
 * @param share its bar, −1 to 1 of the largest difference
 */
record CompareRow(
    boolean section,
    String icon,
    String name,
    int count,
    String first,
    String second,
    OptionalLong bytes,
    double share) {
  static CompareRow section(String name, int count, OptionalLong bytes) {
    return new CompareRow(true, "", name, count, "", "", bytes, 0);
  }

  /** The difference with its sign. */
  String difference(UiTexts texts) {
    if (bytes.isEmpty()) {
      return texts.text("none");
    }
    long value = bytes.getAsLong();
    String size = DecimalSize.of(Math.abs(value)).toString();
    return value == 0 ? size : texts.text(value < 0 ? "compare.less" : "compare.more", size);
  }
}
