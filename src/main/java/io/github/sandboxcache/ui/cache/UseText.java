package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.text.Texts;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import io.github.sandboxcache.ui.usage.UsageText;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The use of an image in words.
 *
 * @param hits its hits in the range that is shown, in short
 * @param lastUsed how long ago it was used
 * @param lastUsedTip when exactly, or why that is not known
 * @param sentence use, age and hits in one line
 */
record UseText(UsageText.Hits hits, String lastUsed, String lastUsedTip, String sentence) {
  static UseText of(ImageRow row, UsageRange range, Instant now, UiTexts texts) {
    String lastUsed =
        row.lastUsed().map(time -> RelativeTime.ago(time, now)).orElse(texts.text("none"));
    String span = texts.text("usage.range." + UsageText.key(range));
    String created = RelativeTime.ago(row.image().image().createdAt(), now);
    return new UseText(
        UsageText.hits(row.hits(), texts),
        lastUsed,
        row.lastUsed().map(UseText::date).orElse(texts.text("images.never-used.tip")),
        row.lastUsed().isPresent()
            ? texts.text("details.sentence", lastUsed, created, row.hits(), span)
            : texts.text("details.sentence.unused", created, row.hits(), span));
  }

  /** A date with the time of day in the user's time zone: {@code 4 March 2026, 18:05:00}. */
  static String date(Instant time) {
    return Texts.date("date.full").format(time.atZone(ZoneId.systemDefault()));
  }

  /** The day of a time in the user's time zone. */
  static String day(Instant time) {
    return Texts.date("date.day").format(time.atZone(ZoneId.systemDefault()));
  }

  /** The same; that it is not known when it is not. */
  static String date(Optional<Instant> time) {
    return time.map(UseText::date).orElseGet(() -> Texts.text("unknown"));
  }
}
