package io.github.sandboxcache.adapter.sandboxlog;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.SandboxReference;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.SkipReason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells what an object is that a component of the sandbox wrote. */
final class EntryReader {
  static final String HIT = "Package cache hit - skipping installation";
  static final String MISS = "Package cache miss - installing packages";
  static final String INSTALLED = "Packages installed and cached";
  static final String FAILED = "Package installation failed";
  static final String UNSAVED = "Failed to commit image";
  static final String REMOVED = "Removed old cached image";

  /** What is said of installs, each beginning with the same word. */
  static final List<String> INSTALLS = List.of(HIT, MISS, INSTALLED, FAILED);

  /** All that it says of removals begins so; some of it names no image. */
  private static final String REMOVED_ANYTHING = "Removed ";

  // The digits are few enough to make neither a huge number nor a long calculation.
  private static final Pattern FORM = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,20})?) ?(ms|s)?");

  /** No install takes longer. */
  private static final Duration MAX_DURATION = Duration.ofDays(7);

  private final LogFields fields;

  private EntryReader(LogFields fields) {
    this.fields = fields;
  }

  static LogLine read(LogFields fields) {
    return fields.isOurs()
        ? kindOf(fields.message()).map(new EntryReader(fields)::toLine).orElse(LogLine.NOT_OURS)
        : LogLine.NOT_OURS;
  }

  private LogLine toLine(FactKind kind) {
    Optional<List<String>> given = fields.packages();
    Optional<CacheReference> image = kind == FactKind.REMOVED ? removed() : reference(given);
    Optional<Instant> time = fields.time();
    if (image.isEmpty() && kind == FactKind.REMOVED) {
      return LogLine.NOT_OURS;
    }
    if (fields.hasInvalidPackages()) {
      return LogLine.skipped(SkipReason.NO_PACKAGES);
    }
    if (time.isEmpty()) {
      return LogLine.skipped(SkipReason.NO_TIME);
    }
    if (image.isEmpty()) {
      return LogLine.skipped(SkipReason.NO_IMAGE);
    }
    LogEntry entry =
        new LogEntry(
            fields.writer(),
            time.get(),
            kind,
            fields.message(),
            image.get(),
            given,
            duration(),
            kind == FactKind.FAILED || kind == FactKind.UNSAVED
                ? fields.reason()
                : Optional.empty(),
            words(image.get(), given));
    return new LogLine(List.of(entry), Optional.empty());
  }

  private List<String> words(CacheReference image, Optional<List<String>> packages) {
    List<String> given = packages.orElse(List.of());
    return Stream.of(
            Stream.of(fields.told("language"), Integer.toString(given.size())),
            given.stream(),
            Stream.of(image.toString(), fields.told("imageName"), fields.told("duration")))
        .flatMap(part -> part)
        .toList();
  }

  private Optional<CacheReference> reference(Optional<List<String>> given) {
    return cached("imageName")
        .or(
            () ->
                Language.parse(fields.told("language"))
                    .flatMap(
                        language ->
                            given.map(
                                names ->
                                    CacheReference.of(language, CacheKey.of(language, names)))));
  }

  private Optional<CacheReference> removed() {
    return Stream.of("imageName", "image", "tag")
        .flatMap(name -> cached(name).stream())
        .findFirst();
  }

  private Optional<CacheReference> cached(String name) {
    return SandboxReference.parse(fields.told(name))
        .filter(CacheReference.class::isInstance)
        .map(CacheReference.class::cast);
  }

  private Optional<Duration> duration() {
    return duration(fields.told("duration"));
  }

  /** The duration in whole milliseconds; empty when the text is none, or one that cannot be. */
  static Optional<Duration> duration(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(form.group(1));
    BigDecimal ms = "s".equals(form.group(2)) ? number.movePointRight(3) : number;
    Duration duration = Duration.ofMillis(ms.setScale(0, RoundingMode.HALF_UP).longValueExact());
    return duration.compareTo(MAX_DURATION) > 0 ? Optional.empty() : Optional.of(duration);
  }

  /** What a message says; empty when it does not count. */
  static Optional<FactKind> kindOf(String message) {
    return switch (message) {
      case HIT -> Optional.of(FactKind.HIT);
      case MISS -> Optional.of(FactKind.MISS);
      case INSTALLED -> Optional.of(FactKind.INSTALLED);
      case FAILED -> Optional.of(FactKind.FAILED);
      case UNSAVED -> Optional.of(FactKind.UNSAVED);
      default ->
          message.startsWith(REMOVED_ANYTHING) ? Optional.of(FactKind.REMOVED) : Optional.empty();
    };
  }
}
