package io.github.sandboxcache.bench.ledger;

import io.github.sandboxcache.adapter.sandboxlog.SandboxLogImport;
import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.bench.Jmh;
import io.github.sandboxcache.bench.Options;
import io.github.sandboxcache.bench.Part;
import io.github.sandboxcache.bench.TemporaryFolder;
import io.github.sandboxcache.bench.process.Shell;
import io.github.sandboxcache.bench.report.Figure;
import io.github.sandboxcache.bench.report.Figure.Reference;
import io.github.sandboxcache.bench.report.Findings;
import io.github.sandboxcache.bench.report.Section;
import io.github.sandboxcache.bench.report.Spread;
import io.github.sandboxcache.bench.report.Unit;
import io.github.sandboxcache.domain.usage.ImportedFile;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.runner.RunnerException;

/** One million facts: writing them, every question of the window, reading a log. */
public final class LedgerPart implements Part {
  private static final double FRAME_MS = 16;
  private static final int FACTS = 1_000_000;
  private static final int BATCH = 5_000;
  private static final int LOG_LINES = 1_000_000;
  private static final int ROUNDS = 3;

  private static final Map<String, String> QUESTIONS =
      Map.of(
          "everythingShown", "all figures, charts and columns",
          "report", "numbers by language and image",
          "failedSaves", "saves that failed, misses unexplained",
          "missed", "sets missed in 30 days",
          "timeline", "lookups over time",
          "imageTimeline", "lookups of one image",
          "imageFacts", "newest 200 facts of one image",
          "changeCount", "whether anything changed");

  @Override
  public String name() {
    return "ledger";
  }

  @Override
  public String needs() {
    return "wc";
  }

  @Override
  public Section run(Options options) throws IOException, RunnerException {
    Instant now = Instant.now();
    Findings figures = new Findings();
    try (TemporaryFolder folder = TemporaryFolder.make()) {
      Path database = folder.path().resolve("usage.db");
      figures.addAll(written(database, now));
      figures.addAll(asked(database, now));
      figures.addAll(imported(folder.path(), now));
    }
    return new Section(
        "Usage ledger",
        "%,d facts about %d images in %d days; a log of %,d lines, of which one in %d tells a fact."
            .formatted(
                FACTS,
                MadeUpUse.IMAGES,
                MadeUpUse.PAST.toDays(),
                LOG_LINES,
                MadeUpLog.LINES_PER_FACT),
        figures.list(),
        List.of(
            "Questions are measured by JMH in a process of their own for each; the aim is a frame"
                + " of 16 ms. The window asks them in the background.",
            "An import writes facts as it reads; `wc -l` only counts lines."));
  }

  private static List<Figure> written(Path database, Instant now) throws IOException {
    MadeUpUse use = new MadeUpUse();
    List<Double> rates = new ArrayList<>();
    try (SqliteLedger ledger = LedgerQueries.open(database)) {
      for (int done = 0; done < FACTS; done += BATCH) {
        List<UsageFact> batch = new ArrayList<>(BATCH);
        for (int i = 0; i < BATCH; i++) {
          batch.add(use.fact(done + i, FACTS, now));
        }
        long start = System.nanoTime();
        int _ = ledger.record(batch);
        rates.add(BATCH / ((System.nanoTime() - start) / 1e9));
      }
    }
    double bytes = (double) Files.size(database) / FACTS;
    return List.of(
        Figure.of("facts written, 5,000 at once", Unit.PER_SECOND, Spread.of(rates)),
        Figure.of("database for each fact", Unit.BYTES, Spread.once(bytes)));
  }

  private static List<Figure> asked(Path database, Instant now) throws RunnerException {
    List<Figure> figures = new ArrayList<>();
    String file = "-D" + LedgerQueries.FILE + "=" + database;
    String quiet = "-Dtinylog.level=error";
    String end = "-D" + LedgerQueries.NOW + "=" + now;
    for (Jmh.Timing timing :
        Jmh.run(
            LedgerQueries.class,
            ".*",
            "range",
            file,
            end,
            quiet,
            "--enable-native-access=ALL-UNNAMED")) {
      String range =
          switch (timing.parameter()) {
            case "DAY" -> "24 h";
            case "WEEK" -> "7 d";
            case "MONTH" -> "30 d";
            default -> "All";
          };
      figures.add(
          Figure.of(
                  QUESTIONS.getOrDefault(timing.name(), timing.name()) + ", " + range,
                  Unit.MS,
                  timing.ms())
              .atMost(FRAME_MS));
    }
    return figures;
  }

  private static List<Figure> imported(Path folder, Instant now) throws IOException {
    Path log = folder.resolve("sandbox.log");
    new MadeUpLog().write(log, LOG_LINES, now);
    List<Double> counted = new ArrayList<>();
    List<Double> first = new ArrayList<>();
    List<Double> again = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      counted.add(LOG_LINES * 1e3 / Shell.time(List.of("wc", "-l", log.toString()), Map.of()));
      try (SqliteLedger ledger = LedgerQueries.open(folder.resolve("import-" + round + ".db"))) {
        first.add(rate(ledger, log, true));
        again.add(rate(ledger, log, false));
      }
    }
    Optional<Reference> wc = Optional.of(new Reference("`wc -l`", Spread.of(counted)));
    return List.of(
        new Figure(
            "lines of a log imported", Unit.PER_SECOND, Spread.of(first), wc, Optional.empty()),
        new Figure(
            "the same log again, which adds nothing",
            Unit.PER_SECOND,
            Spread.of(again),
            wc,
            Optional.empty()));
  }

  private static double rate(SqliteLedger ledger, Path log, boolean isNew) throws IOException {
    long start = System.nanoTime();
    ImportedFile read = new SandboxLogImport(ledger, Clock.systemUTC()).read(log, _ -> {});
    double seconds = (System.nanoTime() - start) / 1e9;
    long expected = LOG_LINES / MadeUpLog.LINES_PER_FACT;
    if (read.skipped() > 0 || (isNew ? read.facts() : read.duplicates()) != expected) {
      throw new IllegalStateException("the import went wrong: " + read);
    }
    return read.linesRead() / seconds;
  }
}
