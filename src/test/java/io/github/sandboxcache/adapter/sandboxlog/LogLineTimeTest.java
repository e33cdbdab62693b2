package io.github.sandboxcache.adapter.sandboxlog;

import static io.github.sandboxcache.adapter.sandboxlog.ParsedLines.HEAD;
import static io.github.sandboxcache.adapter.sandboxlog.ParsedLines.MISS;
import static io.github.sandboxcache.adapter.sandboxlog.ParsedLines.NOW;
import static io.github.sandboxcache.adapter.sandboxlog.ParsedLines.PACKAGES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.usage.SkipReason;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards at which times a line counts, and how they may be written. */
class LogLineTimeTest {
  private final ParsedLines lines = new ParsedLines();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "\"2026-03-01\"",
        "\"2026-03-01T08:00:00\"",
        "\"10:00\"",
        "17723520",
        "99999999999999",
        "1e12",
        "-1772352000123",
        "99999999999999999999999999",
        "{}",
        "[1772352000123]"
      })
  void withoutATimeThatCanBeALineIsSkippedForThat(String time) {
    assertThat(lines.parse(HEAD + PACKAGES + "\"time\":" + time + "," + MISS))
        .isEqualTo(LogLine.skipped(SkipReason.NO_TIME));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1772352000123.4",
        "1772352000.123",
        "1772352000.1239",
        "1772352000123456",
        "1772352000123456789",
        "\"1772352000123\"",
        "\"2026-03-01T08:00:00.123Z\"",
        "\"2026-03-01T08:00:00.123456789Z\"",
        "\"2026-03-01T10:00:00.123+02:00\"",
        "\"2026-03-01T10:00:00.123+0200\"",
        "\"2026-03-01 08:00:00.123Z\""
      })
  void aTimeIsReadInAnyUnitAndInIsoAndMakesTheSameLine(String time) {
    String line = HEAD + PACKAGES + MISS;
    LogEntry entry = lines.entry(line.replace("1772352000123", time));
    assertThat(entry.time()).isEqualTo(Instant.ofEpochMilli(1_772_352_000_123L));
    assertThat(entry.identity(0)).isEqualTo(lines.entry(line).identity(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"timestamp", "@timestamp", "ts"})
  void theTimeMayHaveAnotherName(String name) {
    String line = HEAD + PACKAGES + MISS;
    assertThat(lines.entry(line.replace("\"time\"", "\"" + name + "\"")).identity(0))
        .isEqualTo(lines.entry(line).identity(0));
  }

  /** A clock that was wrong once would have an image be "just used" for years. */
  @Test
  void whatWillHappenLaterIsNotValid() {
    long tomorrow = NOW.plus(Duration.ofHours(23)).toEpochMilli();
    long later = NOW.plus(Duration.ofHours(25)).toEpochMilli();

    assertThat(lines.entry(HEAD + PACKAGES + "\"time\":" + tomorrow + "," + MISS).time())
        .isEqualTo(Instant.ofEpochMilli(tomorrow));
    assertThat(lines.parse(HEAD + PACKAGES + "\"time\":" + later + "," + MISS))
        .isEqualTo(LogLine.skipped(SkipReason.NO_TIME));
  }
}
