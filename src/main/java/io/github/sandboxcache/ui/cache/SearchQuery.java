package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.catalog.BaseImage;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import io.github.sandboxcache.ui.base.InstallingImage;
import io.github.sandboxcache.ui.base.LanguageLook;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody searches for: words that must all be found in an image's language, reference or
 * packages, those included that were found inside it, whatever their case.
 *
 * @param words in lower case; none finds everything
 */
public record SearchQuery(List<String> words) {
  /** Finds everything. */
  public static final SearchQuery ALL = new SearchQuery(List.of());

  /** Copies the list, so that the record never changes. */
  public SearchQuery {
    words = List.copyOf(words);
  }

  /** Reads what was typed. */
  public static SearchQuery of(String typed) {
    return new SearchQuery(
        Stream.of(typed.toLowerCase(Locale.ROOT).split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList());
  }

  /** Whether nothing is searched for. */
  public boolean isEmpty() {
    return words.isEmpty();
  }

  /** Whether a cached image has all the words. */
  boolean matches(CachedImage image) {
    return isEmpty()
        || hasAll(
            image.reference().toString(),
            LanguageLook.displayName(image.language()),
            packages(image));
  }

  /** Whether an image that is being made has all the words. */
  boolean matches(InstallingImage image) {
    return isEmpty()
        || hasAll(
            image.reference().toString(),
            LanguageLook.displayName(image.reference().language()),
            String.join(" ", image.packages()));
  }

  private static String packages(CachedImage image) {
    String asked = String.join(" ", image.packages().orElse(List.of()));
    return image
        .contents()
        .map(
            inside ->
                inside.packages().stream()
                    .map(InstalledPackage::name)
                    .collect(Collectors.joining(" ", asked + " ", "")))
        .orElse(asked);
  }

  /** Whether a base image has all the words. */
  boolean matches(BaseImage image) {
    return isEmpty() || hasAll(image.reference().toString(), "", "");
  }

  private boolean hasAll(String reference, String language, String packages) {
    String text = (reference + " " + language + " " + packages).toLowerCase(Locale.ROOT);
    return words.stream().allMatch(text::contains);
  }
}
