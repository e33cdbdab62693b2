package io.github.sandboxcache.adapter.sandboxlog;

import static io.github.sandboxcache.adapter.sandboxlog.ParsedLines.HEAD;
import static io.github.sandboxcache.adapter.sandboxlog.ParsedLines.HIT;
import static io.github.sandboxcache.adapter.sandboxlog.ParsedLines.MISS;
import static io.github.sandboxcache.adapter.sandboxlog.ParsedLines.NUMPY;
import static io.github.sandboxcache.adapter.sandboxlog.ParsedLines.PACKAGES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.SkipReason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards which lines count, what they tell, and that no line does harm. */
class FactStreamTest {
  private final ParsedLines lines = new ParsedLines();

  @Test
  void aHitTellsItsImage() {
    LogEntry entry =
        lines.entry(HEAD + PACKAGES + "\"imageName\":\"mcp-sandbox-go:0123456789ab\"," + HIT);
    assertThat(entry.kind()).isEqualTo(FactKind.HIT);
    assertThat(entry.time()).isEqualTo(Instant.ofEpochMilli(1_772_352_000_123L));
    assertThat(entry.reference()).hasToString("mcp-sandbox-go:0123456789ab");
    assertThat(entry.packages()).contains(List.of("numpy"));
    assertThat(entry.writer()).isEqualTo(new LogEntry.Writer("h", "7"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"imageName\":\"python:3.11\",", "\"imageName\":null,"})
  void withoutTheNameOfACachedImageItIsComputed(String imageName) {
    assertThat(lines.entry(HEAD + PACKAGES + imageName + HIT).reference()).hasToString(NUMPY);
    assertThat(lines.entry(HEAD + PACKAGES + imageName + MISS).kind()).isEqualTo(FactKind.MISS);
  }

  @ParameterizedTest
  @CsvSource({
    "1234, 1234",
    "1234.6, 1235",
    "'\"1234ms\"', 1234",
    "'\"1.2s\"', 1200",
    "'\"3 s\"', 3000",
    "0, 0"
  })
  void anInstallTellsHowLongItTook(String duration, long ms) {
    LogEntry entry = lines.entry(installed(duration));
    assertThat(entry.kind()).isEqualTo(FactKind.INSTALLED);
    assertThat(entry.duration()).contains(Duration.ofMillis(ms));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1e99", "\"soon\"", "null", "[1]", "99999999999999999999", "{}"})
  void anInstallOfNoPossibleDurationIsStillOne(String duration) {
    assertThat(lines.entry(installed(duration)).duration()).isEmpty();
  }

  private static String installed(String duration) {
    return HEAD
        + PACKAGES
        + "\"duration\":"
        + duration
        + ",\"msg\":\""
        + EntryReader.INSTALLED
        + "\"}";
  }

  @ParameterizedTest
  @CsvSource({
    "imageName, Removed old cached image",
    "image, Removed cached image",
    "tag, Removed expired image from cache"
  })
  void aRemovalCountsWhereItNamesACachedImage(String field, String message) {
    String line = HEAD + "\"%s\":\"%s\",\"msg\":\"%s\"}";
    LogEntry entry = lines.entry(line.formatted(field, NUMPY, message));
    assertThat(entry.kind()).isEqualTo(FactKind.REMOVED);
    assertThat(entry.reference()).hasToString(NUMPY);
    assertThat(lines.parse(line.formatted(field, "mcp-sandbox-python:base", message)))
        .isEqualTo(LogLine.NOT_OURS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01 [info] ",
        "{ ",
        "{{{\" ",
        "{\"a\":1} ",
        "{\"component\":\"PackageCache\"} ",
        "[x {\"y\" } z] ",
        "\ufeff",
        "żółć 🐍 "
      })
  void otherTextMayStandBefore(String before) {
    assertThat(lines.entry(before + HEAD + PACKAGES + MISS + " \t\r").kind())
        .isEqualTo(FactKind.MISS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"component\":\"PackageCache\"} and more",
        "{\"component\":\"PackageCache\",\"big\":1}{",
        "the package cache of PackageCache {\"a\":1}",
        "{\"jsonrpc\":\"2.0\",\"params\":{\"component\":\"PackageCache\",\"msg\":\""
            + EntryReader.HIT
            + "\"}}",
        "{\"jsonrpc\":\"2.0\",\"result\":\"{\\\"component\\\":\\\"PackageCache\\\"}\"}",
        "{\"component\":\"Server\",\"of\":\"PackageCache\",\"msg\":\"" + EntryReader.HIT + "\"}",
        "{\"component\":\"PackageCache\",\"component\":\"Server\"}",
        "{\"component\":[\"PackageCache\"],\"msg\":\"" + EntryReader.HIT + "\"}",
        "{\"component\":\"PackageCache\",\"msg\":\"Package cache initialized\"}",
        "{\"component\":\"PackageCache\",\"msg\":\"Failed to remove old image\"}",
        "{\"component\":\"PackageCache\"}"
      })
  void otherLinesAreNotOurs(String line) {
    assertThat(lines.parse(line)).isEqualTo(LogLine.NOT_OURS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"level\":30,\"component\":\"PackageCache\",\"msg\":\"Package cache h",
        "{\"jsonrpc\":\"2.0\",\"params\":{\"component\":\"PackageCache\",\"time\":1772352000123}",
        "{\"component\":\"Server\"} \"PackageCache\"",
        "\"PackageCache\"",
        "PackageCache: Package cache hit - skipping installation",
        "{\"of\":\"PackageCache\",\"msg\":\"x\"}",
        "{\"logEvents\":[{\"message\":\"{\\\"component\\\":\\\"PackageCache\\\"}\"}]}"
      })
  void aLineThatNamesTheCacheWhereNobodyLooksIsBroken(String line) {
    assertThat(lines.parse(line)).isEqualTo(LogLine.skipped(SkipReason.BROKEN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"language\":\"python\",",
        "\"packages\":[\"numpy\"],",
        "\"language\":\"Python 3\",\"packages\":[\"numpy\"],"
      })
  void withoutAnImageALineIsSkippedForThat(String fields) {
    assertThat(lines.parse(HEAD + fields + MISS)).isEqualTo(LogLine.skipped(SkipReason.NO_IMAGE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"numpy\"", "[\"numpy\",[\"x\"]]", "[null]", "{\"numpy\":1}"})
  void packagesThatAreNoListOfTextsAreAReasonToSkip(String packages) {
    assertThat(lines.parse(HEAD + "\"language\":\"python\",\"packages\":" + packages + "," + MISS))
        .isEqualTo(LogLine.skipped(SkipReason.NO_PACKAGES));
  }

  @Test
  void aLanguageThatNoImageCanBeNamedAfterIsNotValid() {
    String fields = "\"language\":\"" + "a".repeat(244) + "\",\"packages\":[\"x\"],";

    assertThat(lines.parse(HEAD + fields + MISS)).isEqualTo(LogLine.skipped(SkipReason.NO_IMAGE));
  }

  @Test
  void tooManyOrTooLongPackagesAreNotValid() {
    for (String names : List.of("\"a\"" + ",\"a\"".repeat(1_000), '"' + "a".repeat(2_001) + '"')) {
      String fields = "\"language\":\"go\",\"packages\":[" + names + "],";
      assertThat(lines.parse(HEAD + fields + MISS))
          .isEqualTo(LogLine.skipped(SkipReason.NO_PACKAGES));
    }
  }

  @Test
  void whatIsNoTextIsSkippedWhateverItSays() {
    byte[] plain = "one more line of text".getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < plain.length; at++) {
      for (byte wrong : new byte[] {0, (byte) 0x80, (byte) 0xff, (byte) 0xc3}) {
        byte[] spoilt = Arrays.copyOf(plain, plain.length);
        spoilt[at] = wrong;
        assertThat(lines.parse(spoilt)).isEqualTo(LogLine.skipped(SkipReason.NO_TEXT));
      }
    }
  }

  @Test
  void linesMadeToDoHarmAreOnlySkipped() {
    String ours = HEAD + PACKAGES;
    for (String line :
        List.of(
            ours + "\"x\":" + "[".repeat(300_000),
            ours + "\"x\":" + "{\"y\":".repeat(100_000),
            ours + "\"x\":" + "9".repeat(500_000) + "," + MISS,
            ours + "\"x\":1e999999999," + MISS.replace("}", ""),
            "{\"".repeat(250_000) + ours + MISS,
            "{\"a\":".repeat(150_000) + "\"PackageCache\"",
            "{\"a\":1}".repeat(100_000) + ours)) {
      assertThat(lines.parse(line)).isEqualTo(LogLine.skipped(SkipReason.BROKEN));
    }
  }

  @Test
  void anEqualLineHasAnEqualIdentityAndAnotherLineAnother() {
    String line = HEAD + PACKAGES + MISS;
    long identity = lines.entry(line).identity(0);
    assertThat(lines.entry("before " + line).identity(0)).isEqualTo(identity);
    assertThat(lines.entry(line).identity(1)).isNotEqualTo(identity);
    for (String other :
        List.of(
            line.replace("numpy", "scipy"),
            line.replace("python", "ruby"),
            line.replace("0123", "0124"),
            line.replace("\"pid\":7", "\"pid\":8"),
            line.replace("\"h\"", "\"g\""),
            HEAD + PACKAGES + HIT)) {
      assertThat(lines.entry(other).identity(0)).isNotEqualTo(identity);
    }
  }
}
