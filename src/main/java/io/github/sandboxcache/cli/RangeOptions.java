package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.usage.TimeRange;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;

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
}
