package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.RecentUse;
import io.github.sandboxcache.text.PackageLabel;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.text.Texts;
import io.github.sandboxcache.ui.base.CacheFilter;
import io.github.sandboxcache.ui.base.CacheFilter.HitWithin;
import io.github.sandboxcache.ui.base.CacheFilter.InRegistry;
import io.github.sandboxcache.ui.base.CacheFilter.LikeMissed;
import io.github.sandboxcache.ui.base.CacheFilter.OfLanguage;
import io.github.sandboxcache.ui.base.CacheFilter.OneImage;
import io.github.sandboxcache.ui.base.CacheFilter.Unused;
import io.github.sandboxcache.ui.base.CacheFilter.WithPackage;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A filter in words.
 *
 * @param chip what stands in its chip
 * @param sentence which images it lets through
 * @param language the language whose colour it has; empty for none
 */
record FilterText(String chip, String sentence, Optional<Language> language) {
  /** Puts it into words, times by that clock. */
  static FilterText of(CacheFilter filter, ZoneId zone, UiTexts texts) {
    return switch (filter) {
      case OfLanguage(Language language) -> {
        String name = LanguageLook.displayName(language);
        yield new FilterText(name, texts.text("filter.only.language", name), Optional.of(language));
      }
      case WithPackage(Language language, String asNamed) -> {
        String name = PlainText.line(asNamed);
        yield new FilterText(
            name,
            texts.text("filter.only.package", name, LanguageLook.displayName(language)),
            Optional.of(language));
      }
      case OneImage(CacheReference reference) ->
          new FilterText(
              reference.tag(),
              texts.text("filter.only.image", reference.toString()),
              Optional.of(reference.language()));
      case LikeMissed(CacheReference reference, List<String> packages) -> {
        String names =
            packages.isEmpty()
                ? reference.tag()
                : packages.stream()
                    .map(given -> PackageLabel.of(given).name())
                    .collect(Collectors.joining(", "));
        yield new FilterText(
            names, texts.text("filter.only.missed", names), Optional.of(reference.language()));
      }
      case HitWithin span -> {
        String time = time(span.start(), span.end(), zone);
        String chip =
            span.language()
                .map(LanguageLook::displayName)
                .map(name -> texts.text("filter.chip.hit", name, time))
                .orElse(time);
        yield new FilterText(chip, texts.text("filter.only.hit", chip), span.language());
      }
      case InRegistry() ->
          new FilterText(
              texts.text("filter.chip.registry"),
              texts.text("filter.only.registry"),
              Optional.empty());
      case Unused() -> {
        String time = RelativeTime.span(RecentUse.RECENT);
        yield new FilterText(
            texts.text("filter.chip.unused"),
            texts.text("filter.only.unused", time),
            Optional.empty());
      }
    };
  }

  /** Whole days by their dates, anything else with the time of day. */
  private static String time(Instant begin, Instant after, ZoneId zone) {
    ZonedDateTime start = begin.atZone(zone);
    ZonedDateTime end = after.atZone(zone);
    String day = date("day", start);
    if (isMidnight(start) && isMidnight(end)) {
      ZonedDateTime last = end.minusDays(1);
      return last.isAfter(start) ? day + " – " + date("day", last) : day;
    }
    boolean sameDay = start.toLocalDate().equals(after.minusNanos(1).atZone(zone).toLocalDate());
    return day
        + ", "
        + date("time", start)
        + (sameDay ? "–" : " – " + date("day", end) + ", ")
        + date("time", end);
  }

  private static boolean isMidnight(ZonedDateTime time) {
    return time.toLocalTime().equals(LocalTime.MIDNIGHT);
  }

  private static String date(String form, ZonedDateTime time) {
    return Texts.date("date." + form).format(time);
  }
}
