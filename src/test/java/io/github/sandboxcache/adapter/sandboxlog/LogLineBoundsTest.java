package io.github.sandboxcache.adapter.sandboxlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.SkipReason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where exactly a line stops to count: lengths, times, braces, and what is told twice. */
class LogLineBoundsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final LogLine NO_PACKAGES = LogLine.skipped(SkipReason.NO_PACKAGES);
  private static final LogLine NO_TIME = LogLine.skipped(SkipReason.NO_TIME);
  private static final LogLine BROKEN = LogLine.skipped(SkipReason.BROKEN);
  private static final String GO = "\"imageName\":\"mcp-sandbox-go:0123456789ab\"";

  private final FactStream parser =
      new FactStream(
          FactSource.log("x"), new Repeats(), new PartialLines(), InstantSource.fixed(NOW));

  private LogLine parse(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return parser.parse(bytes, 0, bytes.length);
  }

  /**
   * A miss an hour ago, in the sandbox's own words, with those fields behind what it always has.
   */
  private static String miss(String fields) {
    return ("{\"time\":%d,\"pid\":7,\"hostname\":\"h\",\"component\":\"PackageCache\","
            + "\"msg\":\"Package cache miss - installing packages\",%s}")
        .formatted(NOW.minusSeconds(3_600).toEpochMilli(), fields);
  }

  private LogEntry entry(String fields) {
    return facts(miss(fields)).getFirst();
  }

  private List<LogEntry> facts(String line) {
    LogLine told = parse(line);
    assertThat(told.skipped()).isEmpty();
    assertThat(told.entries()).hasSize(1);
    return told.entries();
  }

  private static String packages(List<String> names) {
    return GO + ",\"packages\":[\"" + String.join("\",\"", names) + "\"]";
  }

  @Test
  void aThousandPackagesAreReadAndOneMoreIsTooMany() {
    assertThat(entry(packages(Collections.nCopies(1_000, "a"))).packages().orElseThrow())
        .hasSize(1_000);
    assertThat(parse(miss(packages(Collections.nCopies(1_001, "a"))))).isEqualTo(NO_PACKAGES);
  }

  @Test
  void aPackageOfTwoThousandCharactersIsReadAndALongerOneIsNot() {
    assertThat(entry(packages(List.of("a".repeat(2_000)))).packages()).isPresent();
    assertThat(parse(miss(packages(List.of("a".repeat(2_001)))))).isEqualTo(NO_PACKAGES);
  }

  @Test
  void aTimeCountsFromTheYear2000ToADayFromNow() {
    long first = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();
    long last = NOW.plus(Duration.ofDays(1)).toEpochMilli();

    assertThat(entry(GO + ",\"time\":" + first).time().toEpochMilli()).isEqualTo(first);
    assertThat(entry(GO + ",\"time\":" + last).time().toEpochMilli()).isEqualTo(last);
    assertThat(parse(miss(GO + ",\"time\":" + (first - 1)))).isEqualTo(NO_TIME);
    assertThat(parse(miss(GO + ",\"time\":" + (last + 1)))).isEqualTo(NO_TIME);
  }

  @Test
  void ofWhatIsToldTwiceTheLastCounts() {
    assertThat(entry(packages(List.of("a")) + ",\"packages\":[\"b\"]").packages())
        .contains(List.of("b"));
    assertThat(entry(GO + ",\"packages\":\"x\",\"packages\":[\"b\"]").packages())
        .contains(List.of("b"));
    assertThat(parse(miss(packages(List.of("a")) + ",\"packages\":\"x\""))).isEqualTo(NO_PACKAGES);
    assertThat(parse(miss(GO + ",\"imageName\":{\"a\":[1]}")))
        .isEqualTo(LogLine.skipped(SkipReason.NO_IMAGE));
    assertThat(entry(GO + ",\"pid\":8").writer().pid()).isEqualTo("8");
    assertThat(parse(miss(GO + ",\"msg\":null"))).isEqualTo(LogLine.NOT_OURS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":[1,{\"b\":2}]}",
        "[[\"a\"],{\"packages\":1}]",
        "null",
        "true",
        "1.5",
        "\"text\""
      })
  void otherFieldsArePassedOverWhateverTheyHold(String value) {
    assertThat(entry("\"other\":" + value + "," + GO).kind()).isEqualTo(FactKind.MISS);
    assertThat(entry("\"hostname\":" + value + "," + GO).kind()).isEqualTo(FactKind.MISS);
    assertThat(parse(miss("\"time\":" + value + "," + GO))).isEqualTo(NO_TIME);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "31"})
  void beforeTheObjectFewerThan32BracesMayStandThatBeginNone(int braces) {
    assertThat(facts("{\"a\"x ".repeat(braces) + miss(GO))).hasSize(1);
    assertThat(facts("{x ".repeat(99) + "{\"a\"x ".repeat(braces) + miss(GO))).hasSize(1);
  }

  @Test
  void behindThe32ndSuchBraceNobodyLooksHoweverManyWholeObjectsStandThere() {
    assertThat(parse("{\"a\"x ".repeat(32) + miss(GO))).isEqualTo(BROKEN);
    assertThat(facts("{\"a\":1} ".repeat(500) + miss(GO))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\t", "\r", "\n", " \t\r\n"})
  void blanksMayStandBehindABraceAndBehindTheLine(String blanks) {
    assertThat(facts("{" + blanks + miss(GO).substring(1) + blanks)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"PackageCache\"{", "\"PackageCache\"{ ", "\"PackageCache\"", "{}{"})
  void withoutAnObjectAtItsEndALineIsBroken(String end) {
    assertThat(parse("\"PackageCache\" " + end)).isEqualTo(BROKEN);
  }

  @Test
  void anEmptyObjectSaysNothingOfTheNameBesideIt() {
    assertThat(parse("\"PackageCache\" {}")).isEqualTo(BROKEN);
    assertThat(parse("\"PackageCache\" { }")).isEqualTo(BROKEN);
  }

  @Test
  void nothingOutsideTheBoundsCounts() {
    byte[] bytes = ("\"PackageCache\"" + miss(GO) + "}\u0000").getBytes(StandardCharsets.UTF_8);
    int from = "\"PackageCache\"".length();
    assertThat(parser.parse(bytes, from, bytes.length - 2).entries()).hasSize(1);
    assertThat(parser.parse(bytes, 0, from - 1)).isEqualTo(LogLine.NOT_OURS);
    assertThat(parser.parse(bytes, 1, from)).isEqualTo(LogLine.NOT_OURS);
    assertThat(parser.parse(bytes, 5, 5)).isEqualTo(LogLine.NOT_OURS);
  }

  @Test
  void theWordsOfALineAreWhatMakesItItself() {
    assertThat(entry("\"language\":\"go\",\"duration\":12," + packages(List.of("a", "b"))).words())
        .containsExactly(
            "go",
            "2",
            "a",
            "b",
            "mcp-sandbox-go:0123456789ab",
            "mcp-sandbox-go:0123456789ab",
            "12");
  }

  @ParameterizedTest
  @CsvSource({
    "Package cache hit - skipping installation, HIT",
    "Package cache miss - installing packages, MISS",
    "Packages installed and cached, INSTALLED",
    "Package installation failed, FAILED",
    "Removed old cached image, REMOVED",
    "Failed to commit image, UNSAVED"
  })
  void eachMessageOfTheSandboxHasItsMeaning(String message, FactKind kind) {
    String line = miss(GO).replace("Package cache miss - installing packages", message);
    assertThat(facts(line)).extracting(LogEntry::kind).containsExactly(kind);
  }
}
