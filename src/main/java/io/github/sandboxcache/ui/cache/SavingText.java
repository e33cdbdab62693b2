package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.usage.RecentUse;
import io.github.sandboxcache.domain.usage.RecentUses;
import io.github.sandboxcache.domain.usage.UsageView;
import io.github.sandboxcache.domain.usage.Worth.Verdict;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import io.github.sandboxcache.ui.usage.UsageText;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an image saved, in a sentence. */
final class SavingText {
  private SavingText() {}

  /**
   * {@code Saved 56 min in 7 days, 4.4 h per GB}; of what nobody uses, since when, and what it
   * costs. Empty where nothing is known.
   */
  static String of(ImageRow row, CacheView view, UiTexts texts) {
    if (view.worth(row.image()).verdict() == Verdict.UNUSED) {
      return view.usage().recent().map(uses -> unused(row, uses, texts)).orElse("");
    }
    UsageView usage = view.usage();
    Optional<Duration> saved = usage.report().saved(row.image().reference());
    String range = texts.text("figures.range." + UsageText.key(usage.range()));
    if (!view.usageReadable() || usage.report().images().isEmpty() || saved.isEmpty()) {
      return "";
    }
    return row.hits() == 0
        ? texts.text("details.saving.none", range)
        : texts.text(
            "details.saving",
            RelativeTime.length(saved.get()),
            range,
            SavedText.of(row.saved(), texts));
  }

  private static String unused(ImageRow row, RecentUses uses, UiTexts texts) {
    CacheReference reference = row.image().reference();
    RecentUse use = uses.of(reference);
    Duration watched = uses.watched(row.image().image().createdAt());
    String holds = ByteText.cell(row.own());
    return Stream.of(
            texts.text("details.unused", RelativeTime.span(Duration.ofDays(watched.toDays()))),
            use.lastUsed()
                .map(time -> texts.text("details.unused.last", RelativeTime.ago(time, uses.now())))
                .orElse(""),
            use.installTime()
                .map(time -> texts.text("details.unused.costs", holds, RelativeTime.length(time)))
                .orElseGet(() -> texts.text("details.unused.holds", holds)))
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
