package io.github.sandboxcache.bench;

import io.github.sandboxcache.bench.engine.EnginePart;
import io.github.sandboxcache.bench.ledger.LedgerPart;
import io.github.sandboxcache.bench.process.CommandLinePart;
import io.github.sandboxcache.bench.process.SizePart;
import io.github.sandboxcache.bench.process.WrapPart;
import io.github.sandboxcache.bench.prune.PrunePart;
import io.github.sandboxcache.bench.prune.TeamPart;
import io.github.sandboxcache.bench.report.Machine;
import io.github.sandboxcache.bench.report.ReportFile;
import io.github.sandboxcache.bench.report.Section;
import io.github.sandboxcache.bench.window.WindowPart;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Runs the parts that were named, prints their tables and writes them into the report. */
public final class Benchmarks {
  private static final List<Part> PARTS =
      List.of(
          new LedgerPart(),
          new EnginePart(),
          new PrunePart(),
          new TeamPart(),
          new CommandLinePart(),
          new WrapPart(),
          new WindowPart(),
          new SizePart());
  private static final String REPORT = "docs/benchmarks.md";

  private Benchmarks() {}

  /** See the report for the command. */
  public static void main(String[] words) throws Exception {
    // Before anything logs: what a library tells at debug level would be measured too.
    System.setProperty("tinylog.level", "error");
    Options options = Options.of(words);
    if (options.parts().isEmpty()) {
      System.out.println("Parts:");
      PARTS.forEach(part -> System.out.println("  " + part.name() + " (" + part.needs() + ")"));
      System.out.println("Options: see " + REPORT);
      return;
    }
    ReportFile report = new ReportFile(Path.of(options.value("report").orElse(REPORT)));
    for (String name : options.parts()) {
      Part part = part(name);
      Instant start = Instant.now();
      Section section = part.run(options);
      String markdown = section.markdown() + "\n" + circumstances(start);
      System.out.println("\n" + markdown);
      report.replace(name, markdown);
    }
  }

  private static Part part(String name) {
    return PARTS.stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no part " + name));
  }

  private static String circumstances(Instant start) {
    return "Measured in %d s on %s. %s."
        .formatted(
            Duration.between(start, Instant.now()).toSeconds(),
            LocalDate.now(ZoneOffset.UTC),
            Machine.describe());
  }
}
