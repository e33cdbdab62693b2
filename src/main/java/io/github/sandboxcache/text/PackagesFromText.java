package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.cache.PackagesFrom;

/** How it is known what an image was asked to have, in words. */
public final class PackagesFromText {
  private PackagesFromText() {}

  /** Two or three words: {@code proven by key}. */
  public static String brief(PackagesFrom from) {
    return switch (from) {
      case LABEL -> Texts.text("packages-from.label.brief");
      case LOG -> Texts.text("packages-from.log.brief");
      case KEY -> Texts.text("packages-from.key.brief");
      case GUESS -> Texts.text("packages-from.guess.brief");
    };
  }

  /** What that means, as a sentence. */
  public static String full(PackagesFrom from) {
    return switch (from) {
      case LABEL -> Texts.text("packages-from.label.full");
      case LOG -> Texts.text("packages-from.log.full");
      case KEY -> Texts.text("packages-from.key.full");
      case GUESS -> Texts.text("packages-from.guess.full");
    };
  }
}
