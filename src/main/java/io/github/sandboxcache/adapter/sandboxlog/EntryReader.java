package io.github.sandboxcache.adapter.sandboxlog;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.SandboxReference;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.SkipReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what an object is that a component of the sandbox wrote. */
final class EntryReader {
  private final LogFields fields;

  private EntryReader(LogFields fields) {
    this.fields = fields;
  }

  static LogLine read(LogFields fields) {
    return fields.isOurs()
        ? Messages.kindOf(fields.message())
            .map(new EntryReader(fields)::toLine)
            .orElse(LogLine.NOT_OURS)
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
    return DurationText.parse(fields.told("duration"));
  }
}
