package io.github.sandboxcache.sandboxlog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.sandboxcache.cache.CacheKey;
import io.github.sandboxcache.cache.CacheReference;
import io.github.sandboxcache.cache.Language;
import io.github.sandboxcache.cache.SandboxReference;
import io.github.sandboxcache.usage.FactKind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The fields of one JSON object that matter, gathered one by one. Not thread-safe. */
final class LogFields {
  private static final String COMPONENT = "PackageCache";
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  /** Clocks of two machines may differ by time zones, not by more. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private static final int MAX_PACKAGES = 1_000;
  private static final int MAX_PACKAGE_LENGTH = 2_000;

  private final Instant now;
  private final Map<String, String> texts = new HashMap<>();
  private Optional<Instant> time = Optional.empty();
  private Optional<List<String>> packages = Optional.empty();
  private boolean senselessPackages;

  /**
   * No fields yet.
   *
   * @param now when the line is read; what it tells cannot be much later
   */
  LogFields(Instant now) {
    this.now = now;
  }

  /** Takes the value at which the parser stands, and leaves the parser at the value's end. */
  void take(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "time" -> time = time(parser);
      case "packages" -> takePackages(parser);
      case "component",
          "msg",
          "language",
          "imageName",
          "image",
          "tag",
          "hostname",
          "pid",
          "duration" ->
          takeText(name, parser);
      default -> parser.skipChildren();
    }
  }

  private void takeText(String name, JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING || parser.currentToken().isNumeric()) {
      texts.put(name, parser.getText());
    } else {
      texts.remove(name);
      parser.skipChildren();
    }
  }

  private Optional<Instant> time(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
        || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      parser.skipChildren();
      return Optional.empty();
    }
    Instant time = Instant.ofEpochMilli(parser.getLongValue());
    return time.isBefore(EARLIEST) || time.isAfter(now.plus(AHEAD))
        ? Optional.empty()
        : Optional.of(time);
  }

  private void takePackages(JsonParser parser) throws IOException {
    packages = Optional.empty();
    senselessPackages = parser.currentToken() != JsonToken.START_ARRAY;
    if (senselessPackages) {
      parser.skipChildren();
      return;
    }
    List<String> names = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.VALUE_STRING
          && names.size() < MAX_PACKAGES
          && parser.getTextLength() <= MAX_PACKAGE_LENGTH) {
        names.add(parser.getText());
      } else {
        senselessPackages = true;
        parser.skipChildren();
      }
    }
    packages = Optional.of(names);
  }

  /** What the line is that has those fields. */
  LogLine toLine() {
    if (!text("component").equals(COMPONENT)) {
      return LogLine.NOT_OURS;
    }
    return Messages.kindOf(text("msg")).map(this::toLine).orElse(LogLine.NOT_OURS);
  }

  private LogLine toLine(FactKind kind) {
    Optional<CacheReference> image = kind == FactKind.REMOVED ? removed() : reference();
    if (kind == FactKind.REMOVED && image.isEmpty()) {
      return LogLine.NOT_OURS;
    }
    if (time.isEmpty() || image.isEmpty() || senselessPackages) {
      return new LogLine.Skipped(LogLine.Reason.SENSELESS);
    }
    return new LogLine.Fact(
        new LogEntry(
            new LogEntry.Writer(text("hostname"), text("pid")),
            time.get(),
            kind,
            text("msg"),
            image.get(),
            packages,
            duration(),
            words(image.get())));
  }

  private List<String> words(CacheReference image) {
    List<String> given = packages.orElse(List.of());
    return Stream.of(
            Stream.of(text("language"), Integer.toString(given.size())),
            given.stream(),
            Stream.of(image.toString(), text("imageName"), text("duration")))
        .flatMap(part -> part)
        .toList();
  }

  private Optional<CacheReference> reference() {
    return cached("imageName")
        .or(
            () ->
                Language.parse(text("language"))
                    .flatMap(
                        language ->
                            packages.map(
                                names ->
                                    CacheReference.of(language, CacheKey.of(language, names)))));
  }

  private Optional<CacheReference> removed() {
    return Stream.of("imageName", "image", "tag")
        .flatMap(name -> cached(name).stream())
        .findFirst();
  }

  private Optional<CacheReference> cached(String name) {
    return SandboxReference.parse(text(name))
        .filter(CacheReference.class::isInstance)
        .map(CacheReference.class::cast);
  }

  private Optional<Duration> duration() {
    return DurationText.parse(text("duration"));
  }

  private String text(String name) {
    return texts.getOrDefault(name, "");
  }
}
