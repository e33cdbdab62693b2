package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.pins.PinStore;
import io.github.sandboxcache.service.CacheService;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pin}: no removal takes those images any more. Whole references need no engine. */
@Command(name = "pin", addMethodSubcommands = false)
final class PinCommand implements Callable<Integer> {
  private final Supplier<Session> sessions;

  @Parameters(arity = "1..*", paramLabel = "IMAGE", descriptionKey = "image")
  private List<String> images = List.of();

  @Spec private CommandSpec spec;

  PinCommand(Supplier<Session> sessions) {
    this.sessions = sessions;
  }

  @Override
  public Integer call() {
    List<ImageName> names = PinChange.read(images, spec);
    PinChange pin = new PinChange(names, PinStore::pin, "cli.pin");
    Session session = sessions.get();
    return names.stream().allMatch(ImageName.Whole.class::isInstance)
        ? session.withPins(pins -> pin.apply(pins, _ -> List.of(), session))
        : session.withCache(cache -> pin.apply(cache.pins(), _ -> listed(cache, session), session));
  }

  private static List<CacheReference> listed(CacheService cache, Session session) {
    return session.reading().list(cache).cached().stream().map(CachedImage::reference).toList();
  }
}
