package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.usage.Thresholds;
import io.github.sandboxcache.domain.usage.Worth;
import io.github.sandboxcache.domain.usage.Worth.Verdict;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.Details.Mark;
import java.util.Optional;

/** Whether something is worth its disk, in a word and a colour. */
final class WorthText {
  private WorthText() {}

  /** {@code Worth it}; empty where nothing can be said. */
  static String word(Worth worth, UiTexts texts) {
    return worth.verdict() == Verdict.UNKNOWN ? "" : texts.text("worth." + worth.verdict().name());
  }

  /** The same as a tag; empty where nothing can be said. */
  static Optional<Mark> mark(Worth worth, UiTexts texts) {
    String word = word(worth, texts);
    return word.isEmpty()
        ? Optional.empty()
        : Optional.of(new Mark(word, markTone(worth), icon(worth)));
  }

  /** The same of a language as a tag. */
  static Optional<Mark> diskMark(Worth worth, UiTexts texts) {
    return worth.verdict() == Verdict.WORTH_IT
        ? Optional.of(new Mark(texts.text("worth.disk"), markTone(worth), icon(worth)))
        : mark(worth, texts);
  }

  private static String markTone(Worth worth) {
    return worth.verdict() == Verdict.FAIR ? "plain" : tone(worth);
  }

  /** The style class of its colours. */
  static String tone(Worth worth) {
    return switch (worth.verdict()) {
      case WORTH_IT -> "ok";
      case FAIR, UNKNOWN -> "text2";
      case POOR, UNUSED -> "warn";
    };
  }

  /** The icon beside the word; empty for none. */
  static String icon(Worth worth) {
    return switch (worth.verdict()) {
      case WORTH_IT -> "check";
      case FAIR, UNKNOWN -> "";
      case POOR, UNUSED -> "alert";
    };
  }

  /** By which rule an image is judged. */
  static String rule(UiTexts texts) {
    return texts.text(
        "worth.rule", RelativeTime.brief(Thresholds.WORTH_IT), RelativeTime.brief(Thresholds.FAIR));
  }

  /** By which rule a language and the whole cache are. */
  static String diskRule(UiTexts texts) {
    return rule(texts) + "\n" + texts.text("worth.rule.disk");
  }
}
