package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.text.Percent;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.TableRow.InstallingRow;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** How far the making of an image has come, in words. */
final class InstallingText {
  private InstallingText() {}

  /** {@code Installing 42 %}, {@code Installing} where nobody knows the share, or that it waits. */
  static String of(InstallingRow row, UiTexts texts) {
    if (row.image().waiting()) {
      return texts.text("images.waiting");
    }
    OptionalInt percent = row.image().percent();
    return percent.isPresent()
        ? texts.text("images.installing.percent", Percent.of(OptionalDouble.of(percent.getAsInt())))
        : texts.text("images.installing");
  }

  /** The same without the share, within a line. */
  static String brief(InstallingRow row, UiTexts texts) {
    return texts.text(row.image().waiting() ? "images.waiting.brief" : "images.installing.brief");
  }
}
