package io.github.sandboxcache.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process has used; Linux only.
 *
 * @param residentBytes memory that is in use now
 * @param cpuMs time on processors since it began
 */
public record ProcessUse(long residentBytes, double cpuMs) {
  private static final double MS_PER_TICK = 10;
  private static final int USER_TIME = 11;
  private static final int KIB = 1024;

  /** Of that process, now. */
  public static ProcessUse of(long pid) {
    Path folder = Path.of("/proc", Long.toString(pid));
    try {
      long kibibytes =
          Files.readAllLines(folder.resolve("status")).stream()
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum();
      String stat = Files.readString(folder.resolve("stat"));
      // The name in parentheses may have blanks; what counts comes behind it.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      double ticks =
          Double.parseDouble(fields[USER_TIME]) + Double.parseDouble(fields[USER_TIME + 1]);
      return new ProcessUse(kibibytes * KIB, ticks * MS_PER_TICK);
    } catch (IOException e) {
      throw new UncheckedIOException("needs Linux and a living process", e);
    }
  }
}
