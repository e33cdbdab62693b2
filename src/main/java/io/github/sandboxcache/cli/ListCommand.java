package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.pins.PinTrouble;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.service.Overview;
import io.github.sandboxcache.text.Texts;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ls}: every cached and base image. */
final class ListCommand implements Callable<Integer> {
  private final Supplier<Session> sessions;
  private final Clock clock;
  private final ListOptions options = new ListOptions();

  ListCommand(Supplier<Session> sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Described by calls, as {@link RootCommand} is, since nothing is asked for as often. */
  CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("ls");
    options.addTo(spec);
    return spec;
  }

  @Override
  public Integer call() {
    Session session = sessions.get();
    return session.withCache(cache -> list(cache, session));
  }

  private int list(CacheService cache, Session session) {
    Overview seen = session.reading().overview(cache, TimeRange.ALL);
    if (seen.pins() instanceof Pins.Unreadable(PinTrouble trouble)) {
      int _ = session.problems().pins(trouble, Texts.text("cli.pins.not-shown"));
    }
    ListChoice.Listed chosen = options.choice(clock.instant()).of(seen);
    Output output = session.output();
    if (output.isJson()) {
      output.document(ImageDocument.of(chosen, seen));
    } else {
      CatalogText.print(chosen, seen.usage(), seen.pins(), clock.instant(), output);
    }
    return ExitCode.DONE;
  }
}
