package io.github.sandboxcache.bench.process;

import io.github.sandboxcache.bench.Options;
import io.github.sandboxcache.bench.Part;
import io.github.sandboxcache.bench.TemporaryFolder;
import io.github.sandboxcache.bench.report.Figure;
import io.github.sandboxcache.bench.report.Section;
import io.github.sandboxcache.bench.report.Spread;
import io.github.sandboxcache.bench.report.Unit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What {@code wrap} costs a client: {@code cat}, which says again what it hears, is its server. */
public final class WrapPart implements Part {
  private static final int ROUNDS = 15;
  private static final int WARM_UP = 2_000;
  private static final int MESSAGES = 10_000;
  private static final double PERCENTILE = 0.99;
  private static final double MAX_MEMORY_MB = 60;
  private static final String MESSAGE =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"content\":[{\"type\":\"text\",\"text\":\""
          + "x".repeat(400)
          + "\"}]}}\n";

  @Override
  public String name() {
    return "wrap";
  }

  @Override
  public String needs() {
    return "cat, Linux, the built app";
  }

  @Override
  public Section run(Options options) throws Exception {
    List<String> plain = List.of("cat");
    List<String> wrapped =
        List.of(options.path("launcher", Options.LAUNCHER).toString(), "wrap", "--", "cat");
    List<Double> plainStarts = new ArrayList<>();
    List<Double> wrappedStarts = new ArrayList<>();
    List<Double> memory = new ArrayList<>();
    try (TemporaryFolder home = TemporaryFolder.make()) {
      // The first reads its files from the disk, which is another matter.
      double _ = start(wrapped, home.path());
      for (int round = 0; round < options.number("rounds", ROUNDS); round++) {
        plainStarts.add(start(plain, home.path()));
        wrappedStarts.add(start(wrapped, home.path()));
      }
      List<Double> plainTimes = messages(plain, home.path(), new ArrayList<>());
      List<Double> wrappedTimes = messages(wrapped, home.path(), memory);
      return new Section(
          "Wrap",
          "A message of 470 bytes to a server that says it again, and back, 10,000 times.",
          List.of(
              Figure.of("start → first answer, `wrap -- cat`", Unit.MS, Spread.of(wrappedStarts))
                  .beside("`cat`", Spread.of(plainStarts)),
              Figure.of("there and back, median", Unit.MS, Spread.of(wrappedTimes))
                  .beside("`cat`", Spread.of(plainTimes)),
              Figure.of("there and back, 99th percentile", Unit.MS, high(wrappedTimes))
                  .beside("`cat`", high(plainTimes)),
              Figure.of("resident memory after that and a miss", Unit.MB, Spread.of(memory))
                  .atMost(MAX_MEMORY_MB)),
          List.of());
    }
  }

  private static Spread high(List<Double> times) {
    List<Double> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return Spread.once(sorted.get((int) (PERCENTILE * (sorted.size() - 1))));
  }

  private static double start(List<String> command, Path home) throws Exception {
    long start = System.nanoTime();
    Process process = process(command, home);
    try (OutputStream in = process.getOutputStream();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      say(MESSAGE, in, out);
      return (System.nanoTime() - start) / 1e6;
    }
  }

  private static List<Double> messages(List<String> command, Path home, List<Double> memory)
      throws Exception {
    List<Double> times = new ArrayList<>();
    Process process = process(command, home);
    try (OutputStream in = process.getOutputStream();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (int i = 0; i < WARM_UP + MESSAGES; i++) {
        long start = System.nanoTime();
        say(MESSAGE, in, out);
        if (i >= WARM_UP) {
          times.add((System.nanoTime() - start) / 1e6);
        }
      }
      in.write(miss().getBytes(StandardCharsets.UTF_8));
      in.flush();
      Thread.sleep(5_000);
      memory.add(ProcessUse.of(process.pid()).residentBytes() / 1e6);
    }
    return times;
  }

  private static void say(String message, OutputStream in, BufferedReader out) throws IOException {
    in.write(message.getBytes(StandardCharsets.UTF_8));
    in.flush();
    if (out.readLine() == null) {
      throw new IllegalStateException("the server has ended");
    }
  }

  private static Process process(List<String> command, Path home) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("SANDBOX_CACHE_HOME", home.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder.start();
  }

  /** What the sandbox says of a lookup; the ledger is open from then on. */
  private static String miss() {
    return "{\"level\":30,\"time\":"
        + System.currentTimeMillis()
        + ",\"component\":\"PackageCache\",\"language\":\"python\","
        + "\"packages\":[\"requests\"],\"msg\":\"Package cache miss - installing packages\"}\n";
  }
}
