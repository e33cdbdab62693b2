package io.github.sandboxcache.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the benchmarks ran on, without names of hosts, users and files. */
public final class Machine {
  private static final Path CPUS = Path.of("/proc/cpuinfo");
  private static final Path MEMORY = Path.of("/proc/meminfo");
  private static final double KIB_PER_GIB = 1024.0 * 1024;

  private Machine() {}

  /** Processor, memory, system and Java, in one line. */
  public static String describe() {
    return "%s %s, %d processors (%s), %s; %s, Java %s"
        .formatted(
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            Runtime.getRuntime().availableProcessors(),
            value(CPUS, "model name").orElse(System.getProperty("os.arch")),
            value(MEMORY, "MemTotal").map(Machine::gibibytes).orElse("memory unknown"),
            System.getProperty("java.vm.name"),
            System.getProperty("java.version"));
  }

  private static java.util.Optional<String> value(Path file, String name) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException _) {
      // Only Linux has these files.
      return java.util.Optional.empty();
    }
  }

  private static String gibibytes(String kibibytes) {
    double amount = Double.parseDouble(kibibytes.replaceAll("\\D", ""));
    return String.format(Locale.ROOT, "%.0f GiB", amount / KIB_PER_GIB);
  }
}
