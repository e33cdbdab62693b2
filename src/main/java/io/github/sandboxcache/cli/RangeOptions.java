package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.usage.TimeRange;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code --since} and {@code --until}. */
final class RangeOptions {
  @Option(
      names = "--since",
      paramLabel = "TIME",
      descriptionKey = "since",
      converter = TimeArgument.Converter.class)
  private Optional<TimeArgument> since = Optional.empty();

  @Option(
      names = "--until",
      paramLabel = "TIME",
      descriptionKey = "until",
      converter = TimeArgument.Converter.class)
  private Optional<TimeArgument> until = Optional.empty();

  /** The range they give, seen from now. */
  TimeRange range(Instant now) {
    return new TimeRange(since.map(time -> time.from(now)), until.map(time -> time.from(now)));
  }

  /**
   * A moment as written on the command line: so long ago ({@code 24h}, {@code 7d}), or a date or
   * time of ISO 8601. A date alone is its first instant in UTC.
   *
   * @param resolved gives the moment, when now is known
   */
  record TimeArgument(UnaryOperator<Instant> resolved) {
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final Pattern AGO = Pattern.compile("([0-9]{1,9})([smhdw])");

    /** Reads one from an argument. */
    static final class Converter implements ITypeConverter<TimeArgument> {
      @Override
      public TimeArgument convert(String value) {
        return parse(value);
      }
    }

    /** The moment, seen from now; the first or last of four-digit years when it lies beyond. */
    Instant from(Instant now) {
      Instant moment = resolved.apply(now);
      return moment.isBefore(FIRST) ? FIRST : moment.isAfter(LAST) ? LAST : moment;
    }

    static TimeArgument parse(String text) {
      Matcher ago = AGO.matcher(text);
      if (ago.matches()) {
        Duration span = span(Long.parseLong(ago.group(1)), ago.group(2).charAt(0));
        return new TimeArgument(now -> now.minus(span));
      }
      try {
        Instant fixed =
            text.contains("T")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new TimeArgument(_ -> fixed);
      } catch (DateTimeException e) {
        throw new TypeConversionException(HelpText.of("problem.time", text));
      }
    }

    private static Duration span(long count, char unit) {
      return switch (unit) {
        case 's' -> Duration.ofSeconds(count);
        case 'm' -> Duration.ofMinutes(count);
        case 'h' -> Duration.ofHours(count);
        case 'd' -> Duration.ofDays(count);
        default -> Duration.ofDays(Math.multiplyExact(count, 7L));
      };
    }
  }
}
