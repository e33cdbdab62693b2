package io.github.sandboxcache.bench;

import io.github.sandboxcache.bench.report.Spread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/** Runs hot code in processes of its own, warmed up. */
public final class Jmh {
  private static final double LOW = 10;
  private static final double MIDDLE = 50;
  private static final double HIGH = 90;

  private Jmh() {}

  /**
   * What one benchmark took.
   *
   * @param name its method
   * @param parameter the value of its parameter, empty when it has none
   * @param ms milliseconds
   */
  public record Timing(String name, String parameter, Spread ms) {}

  /**
   * Runs all benchmarks of a class.
   *
   * @param pattern which of its methods, as a regular expression
   * @param parameter the name of the parameter to tell apart by
   */
  public static List<Timing> run(
      Class<?> benchmarks, String pattern, String parameter, String... javaOptions)
      throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(benchmarks.getName().replace(".", "\\.") + "\\." + pattern)
                    .jvmArgsAppend(javaOptions)
                    .shouldFailOnError(true)
                    .build())
            .run();
    List<Timing> timings = new ArrayList<>();
    for (RunResult result : results) {
      Statistics times = result.getPrimaryResult().getStatistics();
      String value = result.getParams().getParam(parameter);
      timings.add(
          new Timing(
              result.getPrimaryResult().getLabel(),
              value == null ? "" : value,
              new Spread(
                  times.getPercentile(MIDDLE),
                  times.getPercentile(LOW),
                  times.getPercentile(HIGH))));
    }
    return timings;
  }
}
