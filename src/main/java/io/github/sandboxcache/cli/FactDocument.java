package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.usage.UsageFact;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One fact in the document of {@code usage}.
 *
 * @param time ISO 8601, UTC, with milliseconds
 * @param kind {@code HIT}, {@code MISS}, {@code INSTALLED}, {@code FAILED}, {@code USED}, {@code
 *     REMOVED} or {@code UNSAVED}
 * @param language the language
 * @param key the twelve digits of the tag
 * @param reference the image it is about
 * @param imageId the engine's id of that image; null when not known
 * @param packages the packages as given; null when not known
 * @param durationMs how long it took; null when not known
 * @param bytes how large the image was, or what its removal freed; null when not known
 * @param source {@code app}, {@code log} or {@code engine}
 * @param sourceName the engine's address or the log's path
 * @param reason why it failed, in the words of whoever failed; null when not known
 */
record FactDocument(
    String time,
    String kind,
    String language,
    String key,
    String reference,
    @Nullable String imageId,
    @Nullable List<String> packages,
    @Nullable Long durationMs,
    @Nullable Long bytes,
    String source,
    String sourceName,
    @Nullable String reason) {
  /** The columns of the same as CSV. */
  static final List<String> COLUMNS =
      List.of(
          "time",
          "kind",
          "language",
          "key",
          "reference",
          "imageId",
          "packages",
          "durationMs",
          "bytes",
          "source",
          "sourceName",
          "reason");

  static FactDocument of(UsageFact fact) {
    return new FactDocument(
        Documents.time(fact.time()),
        fact.kind().name(),
        fact.reference().language().name(),
        fact.reference().tag(),
        fact.reference().toString(),
        fact.imageId().orElse(null),
        fact.packages().orElse(null),
        fact.duration().map(Duration::toMillis).orElse(null),
        boxed(fact.bytes()),
        lower(fact.source().type()),
        fact.source().name(),
        fact.reason().orElse(null));
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Long boxed(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }

  /** Its cells as CSV; empty where something is not known, packages with blanks between them. */
  List<String> cells() {
    return List.of(
        time,
        kind,
        language,
        key,
        reference,
        imageId == null ? "" : imageId,
        packages == null ? "" : String.join(" ", packages),
        durationMs == null ? "" : durationMs.toString(),
        bytes == null ? "" : bytes.toString(),
        source,
        sourceName,
        reason == null ? "" : reason);
  }
}
