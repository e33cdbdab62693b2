package io.github.sandboxcache.adapter.sandboxlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.usage.ImportedFile;
import io.github.sandboxcache.domain.usage.SkipReason;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a collector of logs makes of a line, it tells the same fact, once. */
class LogShapesTest {
  private static String lines(LogShape shape) {
    return LogShape.LINES.stream().map(shape::wrap).collect(Collectors.joining("\n", "", "\n"));
  }

  @ParameterizedTest
  @EnumSource(LogShape.class)
  void everyShapeTellsTheSameFacts(LogShape shape) throws IOException {
    List<UsageFact> raw = facts(bytes(lines(LogShape.RAW)));
    assertThat(raw).hasSize(LogShape.LINES.size());
    assertThat(facts(bytes(lines(shape)))).containsExactlyElementsOf(raw);
    ImportedFile both = read(bytes(lines(LogShape.RAW) + lines(shape)));
    assertThat(both.facts())
        .as("the same line in two shapes counts once")
        .isEqualTo(LogShape.LINES.size());
    assertThat(both.skippedBecause()).isEmpty();
  }

  /** Logs of containers are collected again; what is wrapped twice is unwrapped twice. */
  @Property(tries = 300)
  void aShapeWithinAShapeTellsTheSameFacts(@ForAll LogShape inner, @ForAll LogShape outer)
      throws IOException {
    boolean isWrapping =
        EnumSet.range(LogShape.RAW, LogShape.QUOTED).contains(outer) && outer != LogShape.COLORED;
    // The journal is not wrapped again in a way that keeps its lists of bytes.
    LogShape wrapping =
        inner == LogShape.JOURNAL_BYTES ? LogShape.RAW : isWrapping ? outer : LogShape.JSON_FILE;
    String text =
        LogShape.LINES.stream()
            .map(line -> wrapping.wrap(inner.wrap(line)))
            .collect(Collectors.joining("\n", "", "\n"));
    assertThat(facts(bytes(text))).containsExactlyElementsOf(facts(bytes(lines(LogShape.RAW))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void everyEncodingTellsTheSameFacts(String encoding) throws IOException {
    String text = "上Ċ\n" + lines(LogShape.RAW).replace("\n", "\r\n");
    for (String mark : List.of("\ufeff", "")) {
      byte[] bytes = (mark + "xy" + text).getBytes(Charset.forName(encoding));
      assertThat(facts(bytes)).hasSize(LogShape.LINES.size());
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write(bytes);
      }
      assertThat(facts(packed.toByteArray())).hasSize(LogShape.LINES.size());
    }
  }

  @Test
  void severalObjectsOnOneLineAreReadOneByOne() throws IOException {
    for (String between : List.of("", " ", ",", " and \"PackageCach\" ")) {
      assertThat(facts(bytes(String.join(between, LogShape.LINES)))).hasSize(LogShape.LINES.size());
    }
    String chunk =
        "{\"error\":"
            + LogShape.quoted("stderr: " + String.join("\n", LogShape.LINES) + "\n")
            + "}\n";
    assertThat(facts(bytes(chunk))).hasSize(LogShape.LINES.size());
  }

  @Test
  void ofALineThatIsCutWhatStandsBeforeCountsAndTheRestIsSkipped() throws IOException {
    String cut = LogShape.LINES.get(1).substring(0, LogShape.LINES.get(1).length() - 5);
    ImportedFile file = read(bytes(LogShape.LINES.get(0) + cut + "\n"));
    assertThat(file.facts()).isEqualTo(1);
    assertThat(file.skippedBecause()).isEqualTo(Map.of(SkipReason.BROKEN, 1L));
  }

  /** Kubernetes and docker cut what is longer than 16 KB, also where other streams go on. */
  @Property(tries = 200)
  void whatAContainerEngineCutIsPutTogether(
      @ForAll @IntRange(min = 1, max = 400) int piece, @ForAll boolean cri) throws IOException {
    StringBuilder log = new StringBuilder();
    for (String line : LogShape.LINES) {
      String text = line.replace("zażółć", "x");
      for (int i = 0; i < text.length(); i += Math.max(piece, 120)) {
        int end = Math.min(text.length(), i + Math.max(piece, 120));
        boolean last = end == text.length();
        String part = text.substring(i, end);
        log.append(
            cri
                ? "2025-11-24T16:15:00.1Z stdout %s %s\n".formatted(last ? "F" : "P", part)
                : "{\"log\":%s,\"stream\":\"stdout\"}\n"
                    .formatted(LogShape.quoted(last ? part + "\n" : part)));
        log.append(
            cri
                ? "2025-11-24T16:15:00.1Z stderr F other {\n"
                : "{\"log\":\"o\\n\",\"stream\":\"stderr\"}\n");
      }
    }
    ImportedFile file = read(bytes(log.toString()));
    assertThat(file.facts()).isEqualTo(LogShape.LINES.size());
    assertThat(file.skippedBecause()).isEmpty();
  }

  @Test
  void aPieceWhoseRestNeverComesIsSkipped() throws IOException {
    String piece = "2025-11-24T16:15:00.1Z stdout P " + LogShape.LINES.getFirst().substring(0, 150);
    assertThat(read(bytes(piece + "\n")).skippedBecause()).isEqualTo(Map.of(SkipReason.BROKEN, 1L));
  }

  /** A writer that does not append goes on behind a gap when its file is cut short. */
  @Test
  void aGapOfNulsBelongsToNoLine() throws IOException {
    assertThat(facts(bytes("\0".repeat(3_000_000) + lines(LogShape.RAW))))
        .hasSize(LogShape.LINES.size());
  }

  /** What programs print in the sandbox comes to the log within JSON-RPC, and may say anything. */
  @Test
  void whatIsQuotedInMessagesOfTheProtocolIsNoLine() throws IOException {
    String quoted = LogShape.quoted(LogShape.LINES.getFirst());
    for (String line :
        List.of(
            "{\"jsonrpc\":\"2.0\",\"result\":" + quoted + "}",
            "{\"jsonrpc\":\"2.0\",\"params\":" + LogShape.LINES.getFirst() + "}",
            "{\"log\":"
                + LogShape.quoted("{\"result\":" + quoted + ",\"jsonrpc\":\"2.0\"}\n")
                + "}",
            "{\"component\":\"Executor\",\"stdout\":" + quoted + ",\"msg\":\"done\"}")) {
      ImportedFile file = read(bytes(line + "\n"));
      assertThat(file.facts()).as(line).isZero();
      assertThat(file.skipped()).as(line).isZero();
    }
  }

  @Test
  void whatIsSeenButNotReadIsCountedWithItsReason() throws IOException {
    String line = LogShape.LINES.get(1);
    ImportedFile file =
        read(
            bytes(
                String.join(
                    "\n",
                    line.replace("\"time\":1764000480002", "\"time\":null"),
                    line.replace("\"language\":\"python\"", "\"language\":\"\""),
                    line.replace("[\"zażółć\"]", "\"zażółć\""),
                    line.replace("\"component\"", "\"module\""),
                    "[16:08:00] INFO: Package cache hit - skipping installation",
                    "    component: \"PackageCache\"",
                    "INFO: packages of the Package cache",
                    "")));
    assertThat(file.skippedBecause())
        .isEqualTo(
            Map.of(
                SkipReason.NO_TIME, 1L,
                SkipReason.NO_IMAGE, 1L,
                SkipReason.NO_PACKAGES, 1L,
                SkipReason.BROKEN, 3L));
    assertThat(file.skipped()).isEqualTo(6);
  }

  @Test
  void packagesThatMakeNoSenseMakeNoneInAnObjectOfDetailsEither() throws IOException {
    String line =
        LogShape.NESTED_KEY.wrap(LogShape.LINES.get(1)).replace("[\"zażółć\"]", "[\"zażółć\",1]");
    assertThat(read(bytes(line + "\n")).skippedBecause())
        .isEqualTo(Map.of(SkipReason.NO_PACKAGES, 1L));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private ImportedFile read(byte[] bytes) throws IOException {
    return new SandboxLogImport(new MemoryLedger(), Clock.systemUTC())
        .read(new ByteArrayInputStream(bytes), "-", _ -> {});
  }

  private List<UsageFact> facts(byte[] bytes) throws IOException {
    MemoryLedger ledger = new MemoryLedger();
    ImportedFile _ =
        new SandboxLogImport(ledger, Clock.systemUTC())
            .read(new ByteArrayInputStream(bytes), "-", _ -> {});
    return List.copyOf(ledger.facts());
  }
}
