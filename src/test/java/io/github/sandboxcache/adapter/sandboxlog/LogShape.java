package io.github.sandboxcache.adapter.sandboxlog;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What collectors of logs make of a line. */
enum LogShape {
  RAW(line -> line),
  CLAUDE_CODE(line -> "{\"error\":" + quoted("Server stderr: " + line + "\n") + ",\"cwd\":\"/\"}"),
  CLAUDE_CODE_DEBUG(
      line ->
          "{\"debug\":"
              + quoted("Server stderr: " + line)
              + ",\"timestamp\":\"2025-11-24T16:08:00.001Z\",\"sessionId\":\"0b\",\"cwd\":\"/\"}"),
  CLAUDE_DESKTOP(
      line -> "2025-11-24T16:05:00.001Z [x] [info] " + line + " { metadata: undefined }"),
  CONTEXT(line -> "2025-11-24T16:05:00.001Z [x] [error] " + line + " {\"context\":\"connection\"}"),
  VS_CODE(line -> "2025-11-24 16:08:00.001 [warning] [server stderr] " + line),
  CURSOR(line -> "2025-11-24 16:08:00.001 [error] user-box: " + line),
  WINDSURF(line -> "2025-11-24 16:08:00.001 [info] I1124 16:08:00.001 7 stdio.go:1] " + line),
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

  /** Lines of the sandbox, each of which tells a fact. */
  static final List<String> LINES =
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
              + "\"msg\":\"Removed old cached image\"}",
          "{\"level\":50,\"time\":1764000480006,\"pid\":4242,\"hostname\":\"dev-box\","
              + "\"component\":\"PackageCache\","
              + "\"imageName\":\"mcp-sandbox-python:483197298936\",\"error\":\"Failed to commit"
              + " container: (HTTP code 500) server error - invalid tag format \","
              + "\"msg\":\"Failed to commit image\"}");

  // Every one is a lambda without a state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final UnaryOperator<String> wrap;

  LogShape(UnaryOperator<String> wrap) {
    this.wrap = wrap;
  }

  String wrap(String line) {
    return wrap.apply(line);
  }

  /** A text as JSON has it. */
  static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  private static String numbers(String text) {
    List<String> numbers = new ArrayList<>();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      numbers.add(Integer.toString(b & 0xff));
    }
    return "[" + String.join(",", numbers) + "]";
  }
}
