package io.github.sandboxcache.trials.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a process of the app holds at one moment. Linux, and a JDK with jcmd.
 *
 * @param classes bytes on the heap after a collection, by class
 * @param threads of the system
 * @param handles open files and sockets
 * @param resident bytes of memory, the machine's own included
 */
public record Vitals(Map<String, Long> classes, long threads, long handles, long resident) {
  private static final Pattern CLASS = Pattern.compile("(?m)^ *\\d+: +\\d+ +(\\d+) +(\\S+)");

  /** What the collector puts into gaps is nobody's. */
  private static final String GAP = "jdk.internal.vm.Filler";

  private static final int MOST_CLASSES = 3;
  private static final Pattern THREADS = Pattern.compile("(?m)^Threads:\\s+(\\d+)");
  private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");
  private static final int KIB = 1024;
  private static final int MIB = 1024 * KIB;

  /** What may grow, how much at most: a part of what was there and a fixed amount. */
  private record Measure(String name, ToLongFunction<Vitals> of, int percent, long more, int unit) {
    private static final List<Measure> ALL =
        List.of(
            new Measure("heap MiB", Vitals::heap, 10, 4L * MIB, MIB),
            new Measure("threads", Vitals::threads, 0, 4, 1),
            new Measure("handles", Vitals::handles, 0, 6, 1),
            new Measure("resident MiB", Vitals::resident, 15, 24L * MIB, MIB));
  }

  /** Copies the map, so that the record never changes. */
  public Vitals {
    classes = Map.copyOf(classes);
  }

  private long heap() {
    return classes.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Those of a process that rests. */
  public static Vitals of(Process process) throws IOException, InterruptedException {
    Path directory = Path.of("/proc", Long.toString(process.pid()));
    // A histogram of what lives needs a collection first.
    Map<String, Long> classes = classes(jcmd(process, "GC.class_histogram"));
    String status = Files.readString(directory.resolve("status"));
    try (Stream<Path> handles = Files.list(directory.resolve("fd"))) {
      return new Vitals(
          classes, number(THREADS, status), handles.count(), number(RESIDENT, status) * KIB);
    }
  }

  private static String jcmd(Process process, String command)
      throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process asked =
        new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), command)
            .redirectErrorStream(true)
            .start();
    try (var output = asked.inputReader()) {
      String text = String.join("\n", output.lines().toList());
      int _ = asked.waitFor();
      return text;
    }
  }

  private static Map<String, Long> classes(String histogram) {
    Map<String, Long> classes = new HashMap<>();
    Matcher line = CLASS.matcher(histogram);
    while (line.find()) {
      if (!line.group(2).contains(GAP)) {
        long _ = classes.merge(line.group(2), Long.parseLong(line.group(1)), Long::sum);
      }
    }
    return classes;
  }

  private static long number(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new IllegalStateException("not a word of " + pattern + " in: " + text);
    }
    return Long.parseLong(found.group(1));
  }

  /** What grew from the first third to the last one by more than may be. */
  public static List<String> growth(List<Vitals> samples) {
    List<String> grown = new ArrayList<>();
    for (Measure measure : Measure.ALL) {
      long first = early(samples, measure);
      long last = late(samples, measure);
      if (last > first + first * measure.percent() / 100 + measure.more()) {
        grown.add(
            "%s grew from %d to %d, most of all %s"
                .formatted(
                    measure.name(),
                    first / measure.unit(),
                    last / measure.unit(),
                    grownMost(samples.getFirst(), samples.getLast())));
      }
    }
    return grown;
  }

  private static List<String> grownMost(Vitals first, Vitals last) {
    Map<String, Long> more = new HashMap<>(last.classes());
    more.replaceAll((name, bytes) -> bytes - first.classes().getOrDefault(name, 0L));
    return more.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(MOST_CLASSES)
        .map(Map.Entry::toString)
        .toList();
  }

  /** All of it in words, with what may be. */
  public static String summary(List<Vitals> samples) {
    List<String> words = new ArrayList<>();
    for (Measure measure : Measure.ALL) {
      words.add(
          "%s %d → %d (at most %d %% and %d more)"
              .formatted(
                  measure.name(),
                  early(samples, measure) / measure.unit(),
                  late(samples, measure) / measure.unit(),
                  measure.percent(),
                  measure.more() / measure.unit()));
    }
    return String.join(", ", words);
  }

  private static long early(List<Vitals> samples, Measure measure) {
    return median(samples.subList(0, third(samples)), measure);
  }

  private static long late(List<Vitals> samples, Measure measure) {
    return median(samples.subList(samples.size() - third(samples), samples.size()), measure);
  }

  private static int third(List<Vitals> samples) {
    return (samples.size() + 2) / 3;
  }

  private static long median(List<Vitals> samples, Measure measure) {
    return samples.stream()
        .mapToLong(measure.of())
        .sorted()
        .skip(samples.size() / 2)
        .findFirst()
        .orElse(0);
  }
}
