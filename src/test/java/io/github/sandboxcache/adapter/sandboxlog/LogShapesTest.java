package io.github.sandboxcache.adapter.sandboxlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.sandboxcache.domain.usage.ImportedFile;
import io.github.sandboxcache.domain.usage.SkipReason;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
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
  private static final List<String> LINES =
      List.of(
          "{\"level\":30,\"time\":1764000480001,\"pid\":4242,\"hostname\":\"dev-box\","
              + "\"component\":\"PackageCache\",\"language\":\"python\",\"packages\":[\"requests\"],\"imageName\":\"mcp-sandbox-python:483197298936\",\"msg\":\"Package"
              + " cache hit - skipping installation\"}",
          "{\"level\":30,\"time\":1764000480002,\"pid\":4242,\"hostname\":\"dev-box\","
              + "\"component\":\"PackageCache\",\"language\":\"python\",\"packages\":[\"zażółć\"],"
              + "\"msg\":\"Package cache miss - installing packages\"}",
          "{\"level\":30,\"time\":1764000480003,\"pid\":4242,\"hostname\":\"dev-box\","
              + "\"component\":\"PackageCache\",\"language\":\"python\",\"packages\":[\"numpy\"],"
              + "\"imageName\":\"mcp-sandbox-python:aaaaaaaaaaaa\",\"duration\":5123,"
              + "\"msg\":\"Packages installed and cached\"}",
          "{\"level\":50,\"time\":1764000480004,\"pid\":4242,\"hostname\":\"dev-box\","
              + "\"component\":\"PackageCache\",\"language\":\"go\","
              + "\"packages\":[\"github.com/x/y\"],\"error\":\"exit 1: {\\\"x\\\"}\\n\\tat z\","
              + "\"msg\":\"Package installation failed\"}",
          "{\"level\":30,\"time\":1764000480005,\"pid\":4242,\"hostname\":\"dev-box\","
              + "\"component\":\"PackageCache\","
              + "\"imageName\":\"mcp-sandbox-python:aaaaaaaaaaaa\","
              + "\"msg\":\"Removed old cached image\"}");

  enum Shape {
    RAW(line -> line),
    CLAUDE_CODE(
        line -> "{\"error\":" + quoted("Server stderr: " + line + "\n") + ",\"cwd\":\"/\"}"),
    CLAUDE_DESKTOP(
        line -> "2025-11-24T16:05:00.001Z [x] [info] " + line + " { metadata: undefined }"),
    CONTEXT(
        line -> "2025-11-24T16:05:00.001Z [x] [error] " + line + " {\"context\":\"connection\"}"),
    VS_CODE(line -> "2025-11-24 16:08:00.001 [warning] [server stderr] " + line),
    JSON_FILE(
        line ->
            "{\"log\":"
                + quoted(line + "\n")
                + ",\"stream\":\"stderr\",\"time\":\"2025-11-24T16:15:00.1Z\"}"),
    JSON_FILE_WITHOUT_LINE_FEED(line -> "{\"log\":" + quoted(line) + ",\"stream\":\"stderr\"}"),
    JOURNAL(
        line ->
            "{\"__REALTIME_TIMESTAMP\":\"1764001320001000\",\"_PID\":\"1\",\"MESSAGE\":"
                + quoted(line)
                + "}"),
    JOURNAL_BYTES(
        line ->
            "{\"_PID\":\"1\",\"MESSAGE\":"
                + numbers("\u001b[32m" + line + "\u001b[0m")
                + ",\"PRIORITY\":\"6\"}"),
    PM2(
        line ->
            "{\"message\":"
                + quoted(line + "\n")
                + ",\"timestamp\":\"2025-11-24T16:15:00.1Z\",\"type\":\"err\",\"process_id\":0,\"app_name\":\"x\"}"),
    KUBERNETES(line -> "2025-11-24T16:15:00.000000001Z stderr F " + line),
    SYSLOG(line -> "<30>Nov 24 16:15:00 box sandbox[4242]: " + line),
    COMPOSE(line -> "\u001b[36msandbox-1  | \u001b[0m" + line),
    COLORED(line -> line.replaceAll("(\"\\w+\"):", "\u001b[34;1m$1\u001b[0m:")),
    LOGFMT(line -> "time=\"2025-11-24T16:15:00Z\" level=info msg=" + quoted(line + "\n") + " id=1"),
    QUOTED(line -> "child said: '" + line + "\\n'"),
    OBJECT(line -> "{\"timestamp\":\"2025-11-24T16:15:00Z\",\"jsonPayload\":" + line + "}"),
    ARRAY(line -> "[" + line + "]"),
    ISO_TIME(
        line ->
            line.replaceAll("\"time\":1764000480(\\d{3})", "\"time\":\"2025-11-24T16:08:00.$1Z\"")),
    SECONDS(line -> line.replaceAll("\"time\":(1764000480)(\\d{3})", "\"time\":$1.$2")),
    MESSAGE_KEY(line -> line.replace("\"msg\"", "\"message\"")),
    ECS(
        line ->
            line.replace("\"level\":30", "\"log.level\":\"info\"")
                .replace("\"time\"", "\"@timestamp\"")
                .replace("\"pid\"", "\"process.pid\"")
                .replace("\"hostname\"", "\"host.hostname\"")
                .replace("\"msg\"", "\"message\"")),
    ECS_NESTED(
        line ->
            line.replace("\"time\"", "\"@timestamp\"")
                .replace("\"pid\":4242", "\"process\":{\"pid\":4242}")
                .replace("\"hostname\":\"dev-box\"", "\"host\":{\"hostname\":\"dev-box\"}")
                .replace("\"msg\"", "\"message\"")),
    NESTED_KEY(
        line ->
            line.replaceFirst(
                "\"PackageCache\",(.*),\"msg\"", "\"PackageCache\",\"payload\":{$1},\"msg\"")),
    NESTED_WITH_COMPONENT(
        line -> line.replaceFirst("(\"component\".*),\"msg\"", "\"data\":{$1},\"msg\"")),
    RETURN(line -> line + "\r");

    // Every one is a lambda without a state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final UnaryOperator<String> wrap;

    Shape(UnaryOperator<String> wrap) {
      this.wrap = wrap;
    }

    String wrap(String line) {
      return wrap.apply(line);
    }
  }

  private static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  private static String numbers(String text) {
    List<String> numbers = new ArrayList<>();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      numbers.add(Integer.toString(b & 0xff));
    }
    return "[" + String.join(",", numbers) + "]";
  }

  private static String lines(Shape shape) {
    return LINES.stream().map(shape::wrap).collect(Collectors.joining("\n", "", "\n"));
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void everyShapeTellsTheSameFacts(Shape shape) throws IOException {
    List<UsageFact> raw = facts(bytes(lines(Shape.RAW)));
    assertThat(raw).hasSize(LINES.size());
    assertThat(facts(bytes(lines(shape)))).containsExactlyElementsOf(raw);
    ImportedFile both = read(bytes(lines(Shape.RAW) + lines(shape)));
    assertThat(both.facts()).as("the same line in two shapes counts once").isEqualTo(LINES.size());
    assertThat(both.skippedBecause()).isEmpty();
  }

  /** Logs of containers are collected again; what is wrapped twice is unwrapped twice. */
  @Property(tries = 300)
  void aShapeWithinAShapeTellsTheSameFacts(@ForAll Shape inner, @ForAll Shape outer)
      throws IOException {
    boolean isWrapping =
        EnumSet.range(Shape.RAW, Shape.QUOTED).contains(outer) && outer != Shape.COLORED;
    // The journal is not wrapped again in a way that keeps its lists of bytes.
    Shape wrapping =
        inner == Shape.JOURNAL_BYTES ? Shape.RAW : isWrapping ? outer : Shape.JSON_FILE;
    String text =
        LINES.stream()
            .map(line -> wrapping.wrap(inner.wrap(line)))
            .collect(Collectors.joining("\n", "", "\n"));
    assertThat(facts(bytes(text))).containsExactlyElementsOf(facts(bytes(lines(Shape.RAW))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void everyEncodingTellsTheSameFacts(String encoding) throws IOException {
    String text = "上Ċ\n" + lines(Shape.RAW).replace("\n", "\r\n");
    for (String mark : List.of("\ufeff", "")) {
      byte[] bytes = (mark + "xy" + text).getBytes(Charset.forName(encoding));
      assertThat(facts(bytes)).hasSize(LINES.size());
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write(bytes);
      }
      assertThat(facts(packed.toByteArray())).hasSize(LINES.size());
    }
  }

  @Test
  void severalObjectsOnOneLineAreReadOneByOne() throws IOException {
    for (String between : List.of("", " ", ",", " and \"PackageCach\" ")) {
      assertThat(facts(bytes(String.join(between, LINES)))).hasSize(LINES.size());
    }
    String chunk = "{\"error\":" + quoted("stderr: " + String.join("\n", LINES) + "\n") + "}\n";
    assertThat(facts(bytes(chunk))).hasSize(LINES.size());
  }

  @Test
  void ofALineThatIsCutWhatStandsBeforeCountsAndTheRestIsSkipped() throws IOException {
    String cut = LINES.get(1).substring(0, LINES.get(1).length() - 5);
    ImportedFile file = read(bytes(LINES.get(0) + cut + "\n"));
    assertThat(file.facts()).isEqualTo(1);
    assertThat(file.skippedBecause()).isEqualTo(Map.of(SkipReason.BROKEN, 1L));
  }

  /** Kubernetes and docker cut what is longer than 16 KB, also where other streams go on. */
  @Property(tries = 200)
  void whatAContainerEngineCutIsPutTogether(
      @ForAll @IntRange(min = 1, max = 400) int piece, @ForAll boolean cri) throws IOException {
    StringBuilder log = new StringBuilder();
    for (String line : LINES) {
      String text = line.replace("zażółć", "x");
      for (int i = 0; i < text.length(); i += Math.max(piece, 120)) {
        int end = Math.min(text.length(), i + Math.max(piece, 120));
        boolean last = end == text.length();
        String part = text.substring(i, end);
        log.append(
            cri
                ? "2025-11-24T16:15:00.1Z stdout %s %s\n".formatted(last ? "F" : "P", part)
                : "{\"log\":%s,\"stream\":\"stdout\"}\n"
                    .formatted(quoted(last ? part + "\n" : part)));
        log.append(
            cri
                ? "2025-11-24T16:15:00.1Z stderr F other {\n"
                : "{\"log\":\"o\\n\",\"stream\":\"stderr\"}\n");
      }
    }
    ImportedFile file = read(bytes(log.toString()));
    assertThat(file.facts()).isEqualTo(LINES.size());
    assertThat(file.skippedBecause()).isEmpty();
  }

  @Test
  void aPieceWhoseRestNeverComesIsSkipped() throws IOException {
    String piece = "2025-11-24T16:15:00.1Z stdout P " + LINES.getFirst().substring(0, 150);
    assertThat(read(bytes(piece + "\n")).skippedBecause()).isEqualTo(Map.of(SkipReason.BROKEN, 1L));
  }

  /** A writer that does not append goes on behind a gap when its file is cut short. */
  @Test
  void aGapOfNulsBelongsToNoLine() throws IOException {
    assertThat(facts(bytes("\0".repeat(3_000_000) + lines(Shape.RAW)))).hasSize(LINES.size());
  }

  /** What programs print in the sandbox comes to the log within JSON-RPC, and may say anything. */
  @Test
  void whatIsQuotedInMessagesOfTheProtocolIsNoLine() throws IOException {
    String quoted = quoted(LINES.getFirst());
    for (String line :
        List.of(
            "{\"jsonrpc\":\"2.0\",\"result\":" + quoted + "}",
            "{\"jsonrpc\":\"2.0\",\"params\":" + LINES.getFirst() + "}",
            "{\"log\":" + quoted("{\"result\":" + quoted + ",\"jsonrpc\":\"2.0\"}\n") + "}",
            "{\"component\":\"Executor\",\"stdout\":" + quoted + ",\"msg\":\"done\"}")) {
      ImportedFile file = read(bytes(line + "\n"));
      assertThat(file.facts()).as(line).isZero();
      assertThat(file.skipped()).as(line).isZero();
    }
  }

  @Test
  void whatIsSeenButNotReadIsCountedWithItsReason() throws IOException {
    String line = LINES.get(1);
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
    String line = Shape.NESTED_KEY.wrap(LINES.get(1)).replace("[\"zażółć\"]", "[\"zażółć\",1]");
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
