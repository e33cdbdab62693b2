package io.github.sandboxcache.bench.window;

import io.github.sandboxcache.bench.process.ProcessUse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A process with a window that says on standard output when it has painted. */
final class OpenWindow implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 120;
  private static final String PAINTED = "painted ";

  private final long started;
  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  private OpenWindow(long started, Process process) {
    this.started = started;
    this.process = process;
  }

  static OpenWindow start(List<String> command, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    builder.environment().put("SANDBOX_CACHE_PAINT_TIMES", "1");
    long started = micros(Instant.now());
    OpenWindow window = new OpenWindow(started, builder.start());
    Thread.ofVirtual().name("window-output").start(window::read);
    return window;
  }

  private void read() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      reader.lines().filter(line -> line.startsWith(PAINTED)).forEach(lines::add);
    } catch (IOException | java.io.UncheckedIOException _) {
      // The process ended; whoever waits for its lines finds none.
    }
  }

  /** Waits for a frame like that; says how many ms after the start it was painted. */
  double painted(Predicate<String> frame) throws InterruptedException {
    return paintedAt(frame) - startedMs();
  }

  /** When it was started, in ms since 1970. */
  double startedMs() {
    return started / 1e3;
  }

  /** Waits for a frame like that; says when it was painted, in ms since 1970. */
  double paintedAt(Predicate<String> frame) throws InterruptedException {
    String line;
    do {
      line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (line == null) {
        throw new IllegalStateException("the window did not paint what was expected");
      }
    } while (!frame.test(line));
    return Long.parseLong(line.split(" ", -1)[1]) / 1e3;
  }

  /** Whatever was painted until now is not waited for. */
  void forgetFrames() {
    lines.clear();
  }

  ProcessUse use() {
    return ProcessUse.of(process.pid());
  }

  static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
