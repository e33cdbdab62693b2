package io.github.sandboxcache.adapter.sandboxlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.SkipReason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The lines as the sandbox's logger writes them, sign by sign, and none of our constants: what we
 * look for must stay what it says.
 */
class SandboxLinesTest {
  private static final String HIT =
      "{\"level\":30,\"time\":1764000480001,\"pid\":4242,\"hostname\":\"dev-box\","
          + "\"component\":\"PackageCache\",\"language\":\"python\",\"packages\":[\"requests\"],"
          + "\"imageName\":\"mcp-sandbox-python:483197298936\","
          + "\"msg\":\"Package cache hit - skipping installation\"}";
  private static final String MISS =
      "{\"level\":30,\"time\":1764000480002,\"pid\":4242,\"hostname\":\"dev-box\","
          + "\"component\":\"PackageCache\",\"language\":\"python\",\"packages\":[\"requests\"],"
          + "\"msg\":\"Package cache miss - installing packages\"}";
  private static final String INSTALLED =
      "{\"level\":30,\"time\":1764000480003,\"pid\":4242,\"hostname\":\"dev-box\","
          + "\"component\":\"PackageCache\",\"language\":\"python\",\"packages\":[\"numpy\"],"
          + "\"imageName\":\"mcp-sandbox-python:aaaaaaaaaaaa\",\"duration\":5123,"
          + "\"msg\":\"Packages installed and cached\"}";
  private static final String FAILED =
      "{\"level\":50,\"time\":1764000480004,\"pid\":4242,\"hostname\":\"dev-box\","
          + "\"component\":\"PackageCache\",\"language\":\"go\","
          + "\"packages\":[\"github.com/x/y\"],\"error\":\"exit 1: {\\\"x\\\"}\\n\\tat z\","
          + "\"msg\":\"Package installation failed\"}";
  private static final String REMOVED =
      "{\"level\":30,\"time\":1764000480005,\"pid\":4242,\"hostname\":\"dev-box\","
          + "\"component\":\"PackageCache\",\"imageName\":\"mcp-sandbox-python:aaaaaaaaaaaa\","
          + "\"msg\":\"Removed old cached image\"}";

  private static final String UNSAVED =
      "{\"level\":50,\"time\":1764000480006,\"pid\":4242,\"hostname\":\"dev-box\","
          + "\"component\":\"PackageCache\",\"imageName\":\"mcp-sandbox-python:483197298936\","
          + "\"error\":\"Failed to commit container: (HTTP code 500) server error - invalid tag"
          + " format \",\"msg\":\"Failed to commit image\"}";

  /** The first digits of {@code sha256('python:["numpy"]')}. */
  private static final String NUMPY = "fdb37b5342ea";

  private final FactStream parser =
      new FactStream(
          FactSource.log("x"),
          new Repeats(),
          new PartialLines(),
          InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));

  @Test
  void aHitSaysWhenWhereAndOfWhichImage() {
    LogEntry hit = entry(HIT);
    assertThat(hit.kind()).isEqualTo(FactKind.HIT);
    assertThat(hit.time()).isEqualTo(Instant.parse("2025-11-24T16:08:00.001Z"));
    assertThat(hit.writer()).isEqualTo(new LogEntry.Writer("dev-box", "4242"));
    assertThat(hit.reference()).hasToString("mcp-sandbox-python:483197298936");
    assertThat(hit.packages()).contains(List.of("requests"));
    assertThat(hit.duration()).isEmpty();
  }

  /** Ledgers know their lines by it: another number would count every log twice. */
  @Test
  void aLineHasTheSameIdentityInEveryVersion() {
    assertThat(entry(HIT).identity(0)).isEqualTo(-5799345117323099576L);
  }

  @Test
  void aMissNamesNoImageSoThatItIsComputed() {
    LogEntry miss = entry(MISS);
    assertThat(miss.kind()).isEqualTo(FactKind.MISS);
    assertThat(miss.reference()).hasToString("mcp-sandbox-python:483197298936");
    assertThat(miss.packages()).contains(List.of("requests"));
  }

  @Test
  void anInstallSaysHowLongItTook() {
    LogEntry installed = entry(INSTALLED);
    assertThat(installed.kind()).isEqualTo(FactKind.INSTALLED);
    assertThat(installed.reference()).hasToString("mcp-sandbox-python:aaaaaaaaaaaa");
    assertThat(installed.duration()).contains(Duration.ofMillis(5_123));
  }

  @Test
  void aFailureIsOfThePackagesThatWereWanted() {
    LogEntry failed = entry(FAILED);
    assertThat(failed.kind()).isEqualTo(FactKind.FAILED);
    assertThat(failed.reference()).hasToString("mcp-sandbox-go:6b1a5df16df7");
    assertThat(failed.packages()).contains(List.of("github.com/x/y"));
  }

  @Test
  void aFailureSaysWhyAsItStandsThere() {
    assertThat(entry(FAILED).reason()).contains("exit 1: {\"x\"}\n\tat z");
    assertThat(entry(FAILED.replace("\"error\"", "\"cause\"")).reason()).isEmpty();
    assertThat(entry(HIT.replace("\"level\"", "\"error\":\"x\",\"level\"")).reason()).isEmpty();
  }

  /** The sandbox says so before it says that the installation failed, for the same reason. */
  @Test
  void aSaveThatFailedNamesTheImageThatItWouldHaveBeenAndSaysWhy() {
    LogEntry unsaved = entry(UNSAVED);
    assertThat(unsaved.kind()).isEqualTo(FactKind.UNSAVED);
    assertThat(unsaved.reference()).hasToString("mcp-sandbox-python:483197298936");
    assertThat(unsaved.packages()).isEmpty();
    assertThat(unsaved.reason())
        .contains("Failed to commit container: (HTTP code 500) server error - invalid tag format");
  }

  /** Loggers may write an error as an object, as pino does by its usual key. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"err\":{\"type\":\"Error\",\"message\":\"invalid tag\",\"stack\":\"at x\"}",
        "\"error\":{\"message\":\"invalid tag\"}",
        "\"err\":\"invalid tag\"",
        "\"error\":\" \",\"err\":\"invalid tag\"",
        "\"error\":null,\"err\":{\"message\":\"invalid tag\"}",
        "\"details\":{\"error\":\"invalid tag\"}"
      })
  void aReasonMayHaveAnyForm(String error) {
    String line = UNSAVED.replaceFirst("\"error\":\"[^\"]*\"", error);
    assertThat(entry(line).reason()).contains("invalid tag");
    assertThat(entry(line).identity(0))
        .as("the reason is no part of it, so that what was read before counts once")
        .isEqualTo(entry(UNSAVED).identity(0));
  }

  @Test
  void aRemovalNamesItsImage() {
    LogEntry removed = entry(REMOVED);
    assertThat(removed.kind()).isEqualTo(FactKind.REMOVED);
    assertThat(removed.reference()).hasToString("mcp-sandbox-python:aaaaaaaaaaaa");
    assertThat(removed.packages()).isEmpty();
  }

  static Stream<String> linesOfAnotherMessage() {
    List<String> others = new ArrayList<>();
    for (String line : List.of(HIT, MISS, INSTALLED, FAILED, UNSAVED)) {
      String message = line.substring(line.indexOf("\"msg\":\"") + 7, line.length() - 2);
      for (String word : message.split(" ", -1)) {
        others.add(line.replace(message, message.replace(word, word + "s")));
        others.add(line.replace(message, message.replace(word, "")));
      }
      others.add(line.replace(message, message.toLowerCase(Locale.ROOT)));
      others.add(line.replace(message, message + "."));
      others.add(line.replace(message, " " + message));
    }
    others.add(REMOVED.replace("Removed old", "removed old"));
    others.add(REMOVED.replace("Removed old", "RemovedOld"));
    others.add(REMOVED.replace("Removed old", "Not Removed old"));
    return others.stream();
  }

  @ParameterizedTest
  @MethodSource("linesOfAnotherMessage")
  void withAnyWordOfItsMessageChangedALineSaysSomethingElse(String line) {
    assertThat(parse(line)).isEqualTo(LogLine.NOT_OURS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PackageCach", "PackageCaches", "packageCache", "Package Cache", ""})
  void withAnotherComponentALineIsNotThePackageCaches(String component) {
    for (String line : List.of(HIT, MISS, INSTALLED, FAILED, REMOVED, UNSAVED)) {
      assertThat(parse(line.replace("PackageCache", component))).isEqualTo(LogLine.NOT_OURS);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "time, NO_TIME",
    "language, NO_IMAGE",
    "packages, NO_IMAGE",
    "component, BROKEN",
  })
  void withoutAFieldItNeedsALineIsSkippedWithTheReason(String field, SkipReason reason) {
    assertThat(parse(MISS.replace('"' + field + '"', "\"other\"")))
        .isEqualTo(LogLine.skipped(reason));
  }

  /** The logger's key for messages can be set. */
  @ParameterizedTest
  @ValueSource(strings = {"message", "event"})
  void theMessageMayHaveAnyKey(String key) {
    for (String line : List.of(HIT, MISS, INSTALLED, FAILED, REMOVED, UNSAVED)) {
      assertThat(entry(line.replace("\"msg\"", '"' + key + '"')).identity(0))
          .isEqualTo(entry(line).identity(0));
    }
  }

  @Test
  void theNamesOfTheOtherFieldsAreTheLoggersToo() {
    assertThat(
            entry(HIT.replace("\"imageName\":\"mcp-sandbox-python", "\"image\":\"x")).reference())
        .as("the name computed, since no image is named")
        .hasToString("mcp-sandbox-python:483197298936");
    assertThat(entry(INSTALLED.replace("imageName", "image")).reference())
        .hasToString("mcp-sandbox-python:" + NUMPY);
    assertThat(entry(INSTALLED.replace("\"duration\"", "\"took\"")).duration()).isEmpty();
    assertThat(entry(HIT.replace("\"pid\"", "\"id\"")).writer())
        .isEqualTo(new LogEntry.Writer("dev-box", ""));
    assertThat(entry(HIT.replace("\"hostname\"", "\"host\"")).writer())
        .isEqualTo(new LogEntry.Writer("", "4242"));
  }

  @Test
  void whatAnMcpClientPutsBeforeALineDoesNotMatter() {
    assertThat(entry("2025-11-24 16:08:00.001 [warning] [server stderr] " + HIT).kind())
        .isEqualTo(FactKind.HIT);
  }

  private LogEntry entry(String line) {
    LogLine told = parse(line);
    assertThat(told.skipped()).as(line).isEmpty();
    assertThat(told.entries()).as(line).hasSize(1);
    return told.entries().getFirst();
  }

  private LogLine parse(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return parser.parse(bytes, 0, bytes.length);
  }
}
