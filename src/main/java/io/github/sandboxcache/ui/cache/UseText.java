package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.FullDate;
import io.github.sandboxcache.ui.base.HitsText;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import io.github.sandboxcache.ui.usage.RangeText;
import java.time.Instant;

/**
 * The use of an image in words.
 *
 * @param hits its hits in the range that is shown, in short
 * @param lastUsed how long ago it was used
 * @param lastUsedTip when exactly, or why that is not known
 * @param sentence use, age and hits in one line
 */
record UseText(HitsText hits, String lastUsed, String lastUsedTip, String sentence) {
  static UseText of(ImageRow row, UsageRange range, Instant now, UiTexts texts) {
    String lastUsed =
        row.lastUsed().map(time -> RelativeTime.ago(time, now)).orElse(texts.text("none"));
    String span = texts.text("usage.range." + RangeText.key(range));
    String created = RelativeTime.ago(row.image().image().createdAt(), now);
    return new UseText(
        HitsText.of(row.hits(), texts),
        lastUsed,
        row.lastUsed().map(FullDate::of).orElse(texts.text("images.never-used.tip")),
        row.lastUsed().isPresent()
            ? texts.text("details.sentence", lastUsed, created, row.hits(), span)
            : texts.text("details.sentence.unused", created, row.hits(), span));
  }
}
