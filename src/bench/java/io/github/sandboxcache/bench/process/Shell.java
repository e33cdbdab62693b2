package io.github.sandboxcache.bench.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs programs to their end. */
public final class Shell {
  private Shell() {}

  /** Runs a program, throws away what it prints, and says how many ms it took. */
  public static double time(List<String> command, Map<String, String> environment) {
    ProcessBuilder builder =
        builder(command, environment)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD);
    long start = System.nanoTime();
    int code = end(builder);
    double taken = (System.nanoTime() - start) / 1e6;
    if (code != 0) {
      throw new IllegalStateException("exit code " + code + " of " + command);
    }
    return taken;
  }

  /** Runs a program and gives what it printed on standard output. */
  public static String output(List<String> command, Map<String, String> environment) {
    try {
      Process process = builder(command, environment).redirectError(Redirect.DISCARD).start();
      process.getOutputStream().close();
      String text =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      int code = process.waitFor();
      if (code != 0) {
        throw new IllegalStateException("exit code " + code + " of " + command + ": " + text);
      }
      return text;
    } catch (IOException e) {
      throw new IllegalStateException(command.getFirst() + " does not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Whether there is such a program. */
  public static boolean has(String program) {
    for (String directory : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      if (Path.of(directory, program).toFile().canExecute()) {
        return true;
      }
    }
    return Path.of(program).toFile().canExecute();
  }

  private static ProcessBuilder builder(List<String> command, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return builder;
  }

  private static int end(ProcessBuilder builder) {
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return process.waitFor();
    } catch (IOException e) {
      throw new IllegalStateException(builder.command().getFirst() + " does not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
