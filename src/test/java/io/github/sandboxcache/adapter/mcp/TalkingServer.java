package io.github.sandboxcache.adapter.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A sandbox server in small: it answers each line with a message, writes a line of its package
 * cache between, and ends with the code that {@code exit} names.
 */
final class TalkingServer {
  static final String HIT =
      """
      {"level":30,"time":1767225600000,"pid":7,"hostname":"h","component":"PackageCache",\
      "language":"python","packages":["requests"],\
      "imageName":"mcp-sandbox-python:483197298936",\
      "msg":"Package cache hit - skipping installation"}\
      """;

  private TalkingServer() {}

  /** How to start it. */
  static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path").split(File.pathSeparator, -1)[0]);
    command.add(TalkingServer.class.getName());
    command.addAll(List.of(arguments));
    return command;
  }

  /** The server; its arguments are told on standard error. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    System.err.println(String.join("|", arguments));
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    String line = in.readLine();
    while (line != null) {
      if (line.startsWith("exit ")) {
        System.exit(Integer.parseInt(line.substring("exit ".length())));
      }
      out.println(HIT);
      out.println("{\"result\":" + line + ",\"jsonrpc\":\"2.0\"}");
      line = in.readLine();
    }
    out.print("{\"jsonrpc\":\"2.0\",\"method\":\"bye\"}");
  }
}
