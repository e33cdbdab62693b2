package io.github.sandboxcache.bench.window;

import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.bench.process.Shell;
import io.github.sandboxcache.bench.report.Figure;
import io.github.sandboxcache.bench.report.Spread;
import io.github.sandboxcache.bench.report.Unit;
import io.github.sandboxcache.domain.settings.AppDirectories;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactQuery;
import io.github.sandboxcache.domain.usage.TimeRange;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** How soon a container that the docker command makes from a cached image counts as a use. */
final class NotedUse {
  private static final int CONTAINERS = 10;
  private static final double MAX_MS = 2_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private NotedUse() {}

  /**
   * Measures it beside an open window.
   *
   * @param docker the docker command
   * @param home where that window keeps what it keeps
   */
  static Figure measure(String docker, String engine, String image, Path home)
      throws InterruptedException {
    List<Double> times = new ArrayList<>();
    Path file = AppDirectories.under(home).usageFile();
    try (SqliteLedger ledger = SqliteLedger.at(file, (_, name) -> name, Clock.systemUTC())) {
      for (int i = 0; i < CONTAINERS; i++) {
        int before = uses(ledger);
        String container =
            Shell.output(List.of(docker, "-H", engine, "create", image, "none"), Map.of());
        long made = System.nanoTime();
        while (uses(ledger) == before) {
          if (System.nanoTime() - made > PATIENCE.toNanos()) {
            throw new IllegalStateException("the use of " + image + " is not noted");
          }
          Thread.sleep(2);
        }
        times.add((System.nanoTime() - made) / 1e6);
        double _ = Shell.time(List.of(docker, "-H", engine, "rm", container), Map.of());
      }
    }
    return Figure.of("`docker create` ended → counted as a use", Unit.MS, Spread.of(times))
        .atMost(MAX_MS);
  }

  private static int uses(SqliteLedger ledger) {
    List<Object> uses = new ArrayList<>();
    ledger.facts(
        new FactQuery(
            TimeRange.ALL,
            Optional.empty(),
            Optional.empty(),
            Optional.of(FactKind.USED),
            OptionalInt.empty()),
        uses::add);
    return uses.size();
  }
}
