package io.github.sandboxcache.build.mutation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pitest.mutationtest.commandline.OptionsParser;
import org.pitest.mutationtest.commandline.ParseResult;
import org.pitest.mutationtest.commandline.PluginFilter;
import org.pitest.mutationtest.config.PluginServices;
import org.pitest.mutationtest.statistics.MutationStatistics;
import org.pitest.mutationtest.tooling.AnalysisResult;
import org.pitest.mutationtest.tooling.EntryPoint;

/**
 * Puts small faults into the classes that decide what is removed and what is told, and fails when
 * too few are noticed by a test. Run by {@code mvn -Pmutation test}, on the JDK of the toolchain:
 * the one that runs Maven may be too old to load a class of ours. Arguments: output directory,
 * names of groups or {@code all}.
 */
final class MutationTests {
  private static final int THREADS = 2;
  private static final int TIMEOUT_MILLIS = 10_000;

  /**
   * A hundred tries kill what a thousand kill, and a failed try need not be made smaller. Processes
   * are many and short, so that compiling well takes longer than it saves.
   */
  private static final List<String> TEST_OPTIONS =
      List.of(
          "-Xmx1g",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED",
          "-Duser.language=en",
          "-Duser.country=US",
          "-Djqwik.tries.default=100",
          "-Djqwik.shrinking.default=OFF");

  private MutationTests() {}

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ENGLISH);
    Path output = Path.of(arguments[0]);
    List<String> lacking = new ArrayList<>();
    for (Group group : Group.named(arguments[1])) {
      Path report = output.resolve(group.name());
      MutationStatistics faults = run(group, report);
      double percent = 100.0 * faults.getTotalDetectedMutations() / faults.getTotalMutations();
      System.out.printf(
          "%-12s %4d of %4d faults noticed, %5.1f %%; wanted %d %%; %s%n",
          group.name(),
          faults.getTotalDetectedMutations(),
          faults.getTotalMutations(),
          percent,
          group.least(),
          report.resolve("index.html"));
      // Written so that what is no number, for lack of faults, lacks too.
      if (!(percent >= group.least()) || faults.getNumberOfTestsRun() == 0) {
        lacking.add(group.name());
      }
    }
    if (!lacking.isEmpty()) {
      System.out.println("Too few faults are noticed in: " + String.join(", ", lacking));
      System.exit(1);
    }
  }

  private static MutationStatistics run(Group group, Path report) {
    PluginServices plugins = PluginServices.makeForContextLoader();
    ParseResult options =
        new OptionsParser(new PluginFilter(plugins)).parse(options(group, report));
    options.getErrorMessage().ifPresent(MutationTests::fail);
    AnalysisResult result = new EntryPoint().execute(null, options.getOptions(), plugins, Map.of());
    result.getError().ifPresent(error -> fail(group.name() + ": " + error));
    return result.getStatistics().orElseThrow().getMutationStatistics();
  }

  private static String[] options(Group group, Path report) {
    return new String[] {
      "--targetClasses=" + String.join(",", group.classPatterns()),
      "--targetTests=" + String.join(",", group.testPatterns()),
      "--sourceDirs=src/main/java,src/test/java",
      "--reportDir=" + report,
      "--outputFormats=HTML,XML",
      "--timestampedReports=false",
      "--failWhenNoMutations=true",
      "--verbosity=QUIET",
      "--threads=" + THREADS,
      "--timeoutConst=" + TIMEOUT_MILLIS,
      "--jvmArgs=" + String.join(",", TEST_OPTIONS)
    };
  }

  private static void fail(String reason) {
    throw new IllegalStateException(reason);
  }
}
