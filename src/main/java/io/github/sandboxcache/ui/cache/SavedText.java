package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.usage.SavedPerGb;
import io.github.sandboxcache.domain.usage.Thresholds;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Duration;

/** What is saved per gigabyte, in words. */
final class SavedText {
  private static final Duration MAX_SHOWN = Duration.ofHours(999);

  private SavedText() {}

  /** {@code 4.4 h}; a dash without a hit and where it is not known. */
  static String of(SavedPerGb saved, UiTexts texts) {
    if (saved.seconds().orElse(0) == 0) {
      return texts.text("none");
    }
    return saved.seconds().getAsDouble() > MAX_SHOWN.toSeconds()
        ? texts.text("images.saved.more-than", RelativeTime.brief(MAX_SHOWN))
        : RelativeTime.brief(Duration.ofSeconds((long) saved.seconds().getAsDouble()));
  }

  /** What it means, or why it is not known, and the rule of the marks. */
  static String tip(SavedPerGb saved, UiTexts texts) {
    String what =
        saved.seconds().isEmpty()
            ? texts.text("images.saved.unknown")
            : Double.isInfinite(saved.seconds().getAsDouble())
                ? texts.text("images.saved.frees-nothing")
                : texts.text("images.saved.tip");
    return what + "\n" + rule(texts);
  }

  /** The same of a whole language. */
  static String groupTip(SavedPerGb saved, UiTexts texts) {
    String key = saved.seconds().isEmpty() ? "images.saved.unknown" : "images.saved.tip.group";
    return texts.text(key) + "\n" + rule(texts);
  }

  private static String rule(UiTexts texts) {
    return texts.text(
        "images.saved.rule",
        Thresholds.MARKS.reversed().stream().map(RelativeTime::brief).toArray());
  }
}
