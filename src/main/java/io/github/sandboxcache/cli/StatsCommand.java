package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.archives.ArchiveException;
import io.github.sandboxcache.domain.archives.ArchivedImage;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.service.Overview;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code stats}: the cache in numbers. */
@Command(name = "stats", addMethodSubcommands = false)
final class StatsCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(StatsCommand.class);

  private final Supplier<Session> sessions;
  private final Clock clock;

  @Mixin private RangeOptions range = new RangeOptions();

  StatsCommand(Supplier<Session> sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Session session = sessions.get();
    return session.withCache(cache -> count(cache, session));
  }

  private int count(CacheService cache, Session session) {
    TimeRange asked = range.range(clock.instant());
    Overview seen = session.reading().overview(cache, asked);
    StatsDocument document = document(cache, seen, asked);
    Output output = session.output();
    if (output.isJson()) {
      output.document(document);
    } else {
      new StatsText(output, clock).print(document, seen);
    }
    return seen.usage().isPresent() ? ExitCode.DONE : ExitCode.FAILED;
  }

  /** The cache as it was seen in that range, in numbers. */
  static StatsDocument document(CacheService cache, Overview seen, TimeRange asked) {
    return StatsDocument.of(
        seen.catalog(), asked, seen.usage(), seen.failedSaves(), archives(cache));
  }

  private static Optional<List<ArchivedImage>> archives(CacheService cache) {
    try {
      return Optional.of(cache.archives().list());
    } catch (ArchiveException e) {
      LOG.warn("the archives cannot be read", e);
      return Optional.empty();
    }
  }
}
