package io.github.sandboxcache.bench.prune;

import io.github.sandboxcache.bench.Options;
import io.github.sandboxcache.bench.Part;
import io.github.sandboxcache.bench.prune.Team.Outcome;
import io.github.sandboxcache.bench.prune.Team.Sharing;
import io.github.sandboxcache.bench.report.Figure;
import io.github.sandboxcache.bench.report.Findings;
import io.github.sandboxcache.bench.report.Section;
import io.github.sandboxcache.bench.report.Spread;
import io.github.sandboxcache.bench.report.Unit;
import java.util.ArrayList;
import java.util.List;

/** What a team gains by a registry behind everybody's cache, and what the registry has to bear. */
public final class TeamPart implements Part {
  private static final long SEED = 20_261_201;
  private static final int DEVELOPERS = 50;
  private static final int KEYS = 10_000;
  private static final int LOOKUPS = DEVELOPERS * 1_500;
  private static final long BUDGET = 20_000_000_000L;
  private static final double HALF = 0.5;

  @Override
  public String name() {
    return "team";
  }

  @Override
  public String needs() {
    return "nothing";
  }

  @Override
  public Section run(Options options) {
    Findings figures = new Findings();
    List<String> notes =
        new ArrayList<>(
            List.of(
                "%d developers, %,d keys, 1,500 lookups each in a month, 20 GB of cache each, pruned"
                        .formatted(DEVELOPERS, KEYS)
                    + " by value. Half of what a developer asks for is what the whole team asks"
                    + " for, unless said otherwise; the rest is among 200 keys of his own.",
                "Assumed: archives have 0.35 of a layer's bytes, 100 Mbit/s to the registry, 0.05 s"
                    + " to ask it, 150 MB/s to unpack, pushes that nobody waits for, bases that all"
                    + " have already, and a registry from which nothing is deleted.",
                "Each layer is pushed once and pulled only where it is missing."));
    Trace drift = Trace.drift(KEYS, LOOKUPS, BUDGET, SEED);
    for (Trace trace :
        List.of(
            drift,
            Trace.scan(KEYS, LOOKUPS, BUDGET, SEED),
            Trace.weekly(KEYS, LOOKUPS, BUDGET, SEED))) {
      measure(trace.name(), new Team(trace, KEYS, DEVELOPERS, HALF), figures, notes);
    }
    measure("the same, nothing in common", new Team(drift, KEYS, DEVELOPERS, 0), figures, notes);
    measure("the same, all in common", new Team(drift, KEYS, DEVELOPERS, 1), figures, notes);
    return new Section(
        "Team",
        "Simulated: a month with a registry behind everybody's cache, beside other ways.",
        figures.list(),
        notes);
  }

  private static void measure(String name, Team team, Findings figures, List<String> notes) {
    Outcome none = team.run(Sharing.NOTHING_CACHED, SEED);
    Outcome own = team.run(Sharing.OWN_CACHE, SEED);
    Outcome shared = team.run(Sharing.REGISTRY, SEED);
    Figure waited = Figure.of(name + ": waited", Unit.HOURS, Spread.once(shared.waitedHours()));
    figures.add(waited.beside("own caches", Spread.once(own.waitedHours())));
    figures.add(waited.beside("no cache", Spread.once(none.waitedHours())));
    figures.add(
        Figure.of(name + ": from package indexes", Unit.GB, Spread.once(shared.indexBytes() / 1e9))
            .beside("own caches", Spread.once(own.indexBytes() / 1e9)));
    figures.add(
        Figure.of(
                name + ": from anywhere",
                Unit.GB,
                Spread.once((shared.indexBytes() + shared.pulledBytes()) / 1e9))
            .beside("own caches", Spread.once(own.indexBytes() / 1e9)));
    notes.add(
        "%s: found %.1f %% with the registry, %.1f %% in own caches. The registry: %s."
            .formatted(name, shared.foundPercent(), own.foundPercent(), shared.load()));
  }
}
