package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.ui.base.UiTexts;

/** What a removal frees, in words that promise no more than is known. */
public final class FreedText {
  private FreedText() {}

  /**
   * {@code Frees at least 3.4 GB}, or {@code Frees up to 3.4 GB} when the engine did not say what
   * images share.
   *
   * @param images how many images go
   */
  public static String sentence(UiTexts texts, FreedBytes freed, int images) {
    return words(texts, "frees", freed, images);
  }

  /** The same once it is done: {@code Freed at least 3.4 GB}. */
  public static String past(UiTexts texts, FreedBytes freed, int images) {
    return words(texts, "freed", freed, images);
  }

  private static String words(UiTexts texts, String tense, FreedBytes freed, int images) {
    if (images == 0) {
      return texts.text(tense + ".nothing");
    }
    String size = DecimalSize.summary(freed.bytes()).toString();
    return texts.text(tense + (freed.atLeast() ? ".at-least" : ".up-to"), size);
  }
}
