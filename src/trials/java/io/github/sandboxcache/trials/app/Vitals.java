package io.github.sandboxcache.trials.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a process of the app holds at one moment. Linux, and a JDK with jcmd.
 *
 * @param classes what is on the heap after a collection, by class
 * @param threads of the system
 * @param handles open files and sockets
 * @param resident bytes of memory, the machine's own included
 */
public record Vitals(Map<String, Held> classes, long threads, long handles, long resident) {
  private static final Pattern CLASS = Pattern.compile("(?m)^ *\\d+: +(\\d+) +(\\d+) +(\\S+)");
  private static final Predicate<String> LISTENER =
      Pattern.compile("Listener|ExpressionHelper|Subscription|Binding|sandboxcache\\.ui.*Lambda")
          .asPredicate();

  /** Activity has one for each task of this run, and keeps them. */
  private static final Predicate<String> CONTROLLER =
      Pattern.compile("sandboxcache\\.ui\\..*(?<!TaskCard)Controller$").asPredicate();

  private static final Predicate<String> ROW =
      Pattern.compile("TreeItem$|TreeTableRow$|sandboxcache\\.ui\\..*(Row|Cell)$").asPredicate();

  /** What the collector puts into gaps is nobody's. */
  private static final String GAP = "jdk.internal.vm.Filler";

  private static final int MAX_CLASSES = 3;
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
            new Measure("resident MiB", Vitals::resident, 15, 24L * MIB, MIB),
            new Measure("listeners", vitals -> vitals.count(LISTENER), 15, 300, 1),
            new Measure("controllers", vitals -> vitals.count(CONTROLLER), 0, 6, 1),
            new Measure("rows", vitals -> vitals.count(ROW), 20, 100, 1));
  }

  /**
   * What there is of one class.
   *
   * @param count how many
   * @param bytes what they take
   */
  public record Held(long count, long bytes) {
    static final Held NOTHING = new Held(0, 0);

    Held and(Held other) {
      return new Held(count + other.count, bytes + other.bytes);
    }
  }

  /** Copies the map, so that the record never changes. */
  public Vitals {
    classes = Map.copyOf(classes);
  }

  private long heap() {
    return classes.values().stream().mapToLong(Held::bytes).sum();
  }

  private long count(Predicate<String> ofClass) {
    return classes.entrySet().stream()
        .filter(held -> ofClass.test(held.getKey()))
        .mapToLong(held -> held.getValue().count())
        .sum();
  }

  /** Those of a process that rests. */
  public static Vitals of(Process process) throws IOException, InterruptedException {
    Path directory = Path.of("/proc", Long.toString(process.pid()));
    // A histogram of what lives needs a collection first.
    // Pictures that the toolkit keeps softly are dropped by a collection only if they were not used
    // since the one before.
    var _ = jcmd(process, "GC.run");
    Map<String, Held> classes = classes(jcmd(process, "GC.class_histogram"));
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

  private static Map<String, Held> classes(String histogram) {
    Map<String, Held> classes = new HashMap<>();
    Matcher line = CLASS.matcher(histogram);
    while (line.find()) {
      if (!line.group(3).contains(GAP)) {
        Held held = new Held(Long.parseLong(line.group(1)), Long.parseLong(line.group(2)));
        Held _ = classes.merge(line.group(3), held, Held::and);
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
      if (grew(samples, measure)) {
        grown.add(
            "%s grew from %d to %d, most of all %s"
                .formatted(
                    measure.name(),
                    early(samples, measure) / measure.unit(),
                    late(samples, measure) / measure.unit(),
                    grownMost(samples.getFirst(), samples.getLast())));
      }
    }
    return grown;
  }

  private static List<String> grownMost(Vitals first, Vitals last) {
    Map<String, Long> more = new HashMap<>();
    last.classes()
        .forEach(
            (name, held) ->
                more.put(
                    name, held.bytes() - first.classes().getOrDefault(name, Held.NOTHING).bytes()));
    return more.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(MAX_CLASSES)
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

  /** Each number in one line. */
  public String words() {
    return Measure.ALL.stream()
        .map(measure -> measure.name() + " " + measure.of().applyAsLong(this) / measure.unit())
        .collect(Collectors.joining(", "));
  }

  /** A table of all of it: the first and the last sample, and what each hour adds. */
  public static List<String> table(List<Vitals> samples, Duration between) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT, "%-13s %9s %9s %11s  %s", "", "first", "last", "each hour", "grew"));
    for (Measure measure : Measure.ALL) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-13s %9d %9d %+11.1f  %s",
              measure.name(),
              measure.of().applyAsLong(samples.getFirst()) / measure.unit(),
              measure.of().applyAsLong(samples.getLast()) / measure.unit(),
              slope(samples, measure) * Duration.ofHours(1).dividedBy(between),
              grew(samples, measure) ? "yes" : "no"));
    }
    return lines;
  }

  /** What each sample has more than the one before, by least squares, without the start. */
  private static double slope(List<Vitals> samples, Measure measure) {
    List<Vitals> settled = samples.subList(third(samples) / 2, samples.size());
    double middle = (settled.size() - 1) / 2.0;
    double together = 0;
    double squares = 0;
    for (int i = 0; i < settled.size(); i++) {
      double value = (double) measure.of().applyAsLong(settled.get(i)) / measure.unit();
      together += (i - middle) * value;
      squares += (i - middle) * (i - middle);
    }
    return squares == 0 ? 0 : together / squares;
  }

  private static boolean grew(List<Vitals> samples, Measure measure) {
    long first = early(samples, measure);
    return late(samples, measure) > first + first * measure.percent() / 100 + measure.more();
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
