package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.pins.PinStore;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code unpin}: takes pins away. A key is looked up among the pins, whose images may be gone: no
 * engine is needed.
 */
@Command(name = "unpin", addMethodSubcommands = false)
final class UnpinCommand implements Callable<Integer> {
  private final Supplier<Session> sessions;

  @Parameters(arity = "1..*", paramLabel = "IMAGE", descriptionKey = "image")
  private List<String> images = List.of();

  @Spec private CommandSpec spec;

  UnpinCommand(Supplier<Session> sessions) {
    this.sessions = sessions;
  }

  @Override
  public Integer call() {
    PinChange unpin = new PinChange(PinChange.read(images, spec), PinStore::unpin, "cli.unpin");
    Session session = sessions.get();
    return session.withPins(pins -> unpin.apply(pins, PinChange::pinned, session));
  }
}
