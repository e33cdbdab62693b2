package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.PackageRules;
import io.github.sandboxcache.text.PackageLabel;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.ui.base.CacheFilter;
import io.github.sandboxcache.ui.base.CacheFilter.LikeMissed;
import io.github.sandboxcache.ui.base.CacheFilter.OfLanguage;
import io.github.sandboxcache.ui.base.CacheFilter.WithPackage;
import io.github.sandboxcache.ui.base.FilterModel;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A table without rows: why, and what helps.
 *
 * @param why why no image is shown
 * @param takeBack what the button says that shows all again; empty when nothing narrows the table
 * @param install what can be installed under that name; empty when it is no package
 */
record NoMatch(String why, String takeBack, Optional<InstallRequest> install) {
  /** Looks like a package, but is the beginning of an image's key. */
  private static final Pattern KEY = Pattern.compile("(?=.*[0-9])[0-9a-f]{6,12}");

  /**
   * Puts it into words.
   *
   * @param known whether what the filter goes by could be read
   */
  static NoMatch of(FilterModel narrowed, boolean known, Catalog catalog, UiTexts texts) {
    String typed = PlainText.line(narrowed.typedProperty().get()).strip();
    Optional<CacheFilter> filter = narrowed.filterProperty().get();
    if (typed.isEmpty() && filter.isEmpty()) {
      return new NoMatch(texts.text("images.none"), "", Optional.empty());
    }
    String why =
        !known
            ? texts.text(unknown(filter))
            : typed.isEmpty()
                ? texts.text("images.no-match")
                : texts.text("images.no-match.typed", typed);
    String takeBack =
        texts.text(
            filter.isEmpty()
                ? "images.no-match.clear"
                : typed.isEmpty() ? "images.no-match.all" : "images.no-match.both");
    return new NoMatch(why, takeBack, install(typed, filter, catalog));
  }

  private static String unknown(Optional<CacheFilter> filter) {
    return filter.filter(CacheFilter.InRegistry.class::isInstance).isPresent()
        ? "images.no-match.registry"
        : "images.no-match.unknown";
  }

  /** The packages that would be installed, in words. */
  String packages() {
    return install.map(InstallRequest::packages).stream()
        .flatMap(List::stream)
        .map(given -> PackageLabel.of(given).name())
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }

  private static Optional<InstallRequest> install(
      String typed, Optional<CacheFilter> filter, Catalog catalog) {
    if (typed.isEmpty()) {
      return filter
          .filter(LikeMissed.class::isInstance)
          .map(LikeMissed.class::cast)
          .filter(missed -> !missed.packages().isEmpty())
          .map(missed -> InstallRequest.of(missed.reference().language(), missed.packages()));
    }
    if (KEY.matcher(typed).matches()) {
      return Optional.empty();
    }
    List<String> names = List.of(typed.split("[\\s,]+"));
    return languages(filter, catalog)
        .filter(language -> PackageRules.checkAll(language, names).isEmpty())
        .map(language -> InstallRequest.of(language, names))
        .findFirst();
  }

  /** The likeliest first: the one that is looked at, then that of the newest image. */
  private static Stream<Language> languages(Optional<CacheFilter> filter, Catalog catalog) {
    Optional<Language> lookedAt =
        filter.flatMap(
            now ->
                switch (now) {
                  case OfLanguage(Language language) -> Optional.of(language);
                  case WithPackage(Language language, String _) -> Optional.of(language);
                  case LikeMissed missed -> Optional.of(missed.reference().language());
                  case CacheFilter.HitWithin span -> span.language();
                  case CacheFilter.OneImage _, CacheFilter.InRegistry _, CacheFilter.Unused _ ->
                      Optional.empty();
                });
    return lookedAt.isPresent()
        ? lookedAt.stream()
        : Stream.concat(
            catalog.cached().stream()
                .min(Catalog.NEWEST_FIRST)
                .map(CachedImage::language)
                .filter(Language::isKnown)
                .stream(),
            Language.KNOWN.stream());
  }
}
