package io.github.sandboxcache.bench.prune;

import io.github.sandboxcache.bench.Options;
import io.github.sandboxcache.bench.Part;
import io.github.sandboxcache.bench.prune.Simulation.Outcome;
import io.github.sandboxcache.bench.prune.Simulation.Rule;
import io.github.sandboxcache.bench.report.Figure;
import io.github.sandboxcache.bench.report.Findings;
import io.github.sandboxcache.bench.report.Section;
import io.github.sandboxcache.bench.report.Spread;
import io.github.sandboxcache.bench.report.Unit;
import java.util.ArrayList;
import java.util.List;

/** What sandboxes wait for installs by each rule of prune, at equal bytes. */
public final class PrunePart implements Part {
  private static final long SEED = 20_261_130;
  private static final long GIGABYTE = 1_000_000_000L;

  @Override
  public String name() {
    return "prune";
  }

  @Override
  public String needs() {
    return "nothing";
  }

  @Override
  public Section run(Options options) {
    Findings figures = new Findings();
    List<String> rates = new ArrayList<>();
    Trace loop = Trace.loop(200, 50_000, SEED);
    for (Trace trace :
        List.of(
            Trace.drift(2_000, 100_000, 20 * GIGABYTE, SEED),
            Trace.scan(1_000, 40_000, 20 * GIGABYTE, SEED),
            Trace.weekly(1_600, 100_000, 30 * GIGABYTE, SEED),
            Trace.month(SEED),
            loop)) {
      measure(trace, !trace.equals(loop), figures, rates);
    }
    measureSmall(Trace.small(SEED), figures);
    Trace large = Trace.drift(100_000, 1_000_000, 100 * GIGABYTE, SEED);
    long begin = System.nanoTime();
    Outcome outcome = Simulation.of(large, Rule.VALUE);
    double seconds = (System.nanoTime() - begin) / 1e9;
    figures.add(
        Figure.of(
                "100,000 images, 1,000,000 lookups, simulated by value",
                Unit.SECONDS,
                Spread.once(seconds))
            .atMost(60));
    rates.add("100,000 images: hit rate %.1f %%.".formatted(outcome.hitRate()));
    List<String> notes =
        new ArrayList<>(
            List.of(
                "The cache is pruned to nine tenths of its budget whenever it is beyond it, by each"
                    + " rule to the same bytes; sizes are those of real packages, a fifth of the"
                    + " images share a layer with three others.",
                "The bound is what no rule can go below, even if it knew the future (PFOO-L); none"
                    + " need reach it.",
                "Of a dozen images and 600 lookups the optimum itself is worked out, by trying"
                    + " every set that fits; beside it the bound shows how far below the optimum it"
                    + " is.",
                "In a loop that does not fit, what comes next is always what was used longest ago;"
                    + " no aim is set there."));
    notes.addAll(rates);
    return new Section(
        "Prune",
        "Simulated: hours waited for installs, by value, beside other rules.",
        figures.list(),
        notes);
  }

  private static void measure(Trace trace, boolean aimed, Findings figures, List<String> rates) {
    Outcome value = Simulation.of(trace, Rule.VALUE);
    Outcome newest = Simulation.of(trace, Rule.NEWEST);
    Outcome lastUsed = Simulation.of(trace, Rule.LAST_USED);
    Figure figure = Figure.of(trace.name(), Unit.HOURS, Spread.once(value.waitedHours()));
    add(figure.beside("the newest kept", Spread.once(newest.waitedHours())), aimed, figures);
    add(figure.beside("the last used kept", Spread.once(lastUsed.waitedHours())), aimed, figures);
    figures.add(figure.beside("the bound", Spread.once(LeastWait.of(trace))));
    rates.add(
        "%s: hit rate %.1f %% by value, %.1f %% by the newest, %.1f %% by the last used."
            .formatted(trace.name(), value.hitRate(), newest.hitRate(), lastUsed.hitRate()));
  }

  private static void measureSmall(Trace trace, Findings figures) {
    Spread optimum = Spread.once(Optimum.of(trace));
    Spread value = Spread.once(Simulation.of(trace, Rule.VALUE).waitedHours());
    figures.add(Figure.of(trace.name(), Unit.HOURS, value).beside("the optimum", optimum));
    figures.add(
        Figure.of(trace.name() + ": the optimum", Unit.HOURS, optimum)
            .beside("the bound", Spread.once(LeastWait.of(trace))));
  }

  private static void add(Figure figure, boolean aimed, Findings figures) {
    figures.add(aimed ? figure.atMostTimes(1) : figure);
  }
}
