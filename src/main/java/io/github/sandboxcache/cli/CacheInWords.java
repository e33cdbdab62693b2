package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.ListChoice.Listed;
import io.github.sandboxcache.cli.ListChoice.Order;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.service.Overview;
import io.github.sandboxcache.text.Texts;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What is shown where the window cannot open: the cache in numbers, and its largest images. */
record CacheInWords(Session session, Clock clock) {
  private static final int LARGEST = 10;

  /** Prints it; the exit code. */
  int print() {
    session.output().detail(Texts.text("launch.no-display"));
    return session.withCache(this::print);
  }

  private int print(CacheService cache) {
    Overview seen = session.reading().overview(cache, TimeRange.ALL);
    StatsDocument numbers = StatsCommand.document(cache, seen, TimeRange.ALL);
    new StatsText(session.output(), clock).print(numbers, seen);
    Listed all =
        new ListChoice(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Order.SIZE))
            .of(seen);
    Listed largest =
        new Listed(all.catalog(), all.cached().stream().limit(LARGEST).toList(), List.of());
    if (!largest.cached().isEmpty()) {
      session.output().lines(List.of("", Texts.text("cli.largest", largest.cached().size())));
      CatalogText.table(largest, seen.usage(), seen.pins(), clock.instant(), session.output());
    }
    return seen.usage().isPresent() ? ExitCode.DONE : ExitCode.FAILED;
  }
}
