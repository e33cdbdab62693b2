package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.pins.PinStore;
import io.github.sandboxcache.domain.pins.PinsException;
import io.github.sandboxcache.text.PinTroubleText;
import io.github.sandboxcache.text.Texts;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** {@code pins}: the images that are pinned. Needs no engine. */
@Command(name = "pins", addMethodSubcommands = false)
final class PinsCommand implements Callable<Integer> {
  private final Supplier<Session> sessions;

  PinsCommand(Supplier<Session> sessions) {
    this.sessions = sessions;
  }

  @Override
  public Integer call() {
    Session session = sessions.get();
    return session.withPins(pins -> list(pins, session));
  }

  private static int list(PinStore pins, Session session) {
    List<String> pinned;
    try {
      pinned = PinChange.pinned(pins).stream().map(CacheReference::toString).sorted().toList();
    } catch (PinsException e) {
      return session.problems().pins(e.trouble(), PinTroubleText.nothingRemoved());
    }
    Output output = session.output();
    if (output.isJson()) {
      output.document(pinned);
    } else if (pinned.isEmpty()) {
      output.line(Texts.text("cli.pins.none"), Style.PLAIN);
    } else {
      output.lines(pinned);
    }
    return ExitCode.DONE;
  }
}
