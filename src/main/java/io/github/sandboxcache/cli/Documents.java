package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.usage.HitCount;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How documents write what may be absent: as null, never as a made-up value. */
final class Documents {
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Documents() {}

  /** ISO 8601, UTC, always with milliseconds. */
  static String time(Instant time) {
    return MILLISECONDS.format(time);
  }

  /** The same, or null. */
  static @Nullable String time(Optional<Instant> time) {
    return time.map(Documents::time).orElse(null);
  }

  /** A number, or null. */
  static @Nullable Long number(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }

  /** A number of bytes, or null where it is not known. */
  static @Nullable Long bytes(Optional<ByteCount> bytes) {
    return bytes.filter(ByteCount::known).map(ByteCount::bytes).orElse(null);
  }

  /** Milliseconds, or null. */
  static @Nullable Long milliseconds(Optional<Duration> duration) {
    return duration.map(Duration::toMillis).orElse(null);
  }

  /** How it is known what an image was asked to have, in lower case, or null. */
  static @Nullable String packagesFrom(Optional<AskedPackages> asked) {
    return asked.map(each -> each.from().name().toLowerCase(Locale.ROOT)).orElse(null);
  }

  /** Hits in percent of lookups, or null while there is no data. */
  static @Nullable BigDecimal rate(HitCount hits) {
    OptionalDouble rate = hits.ratePercent();
    return rate.isPresent() ? BigDecimal.valueOf(rate.getAsDouble()) : null;
  }
}
