package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.pins.PinStore;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code unpin}: takes pins away. A key is looked up among the pins, whose images may be gone: no
 * engine is needed.
 */
@Command(name = "unpin", addMethodSubcommands = false)
final class UnpinCommand implements Callable<Integer> {
  private final PinVerbs verbs;

  @Parameters(arity = "1..*", paramLabel = "IMAGE", descriptionKey = "image")
  private List<String> images = List.of();

  UnpinCommand(PinVerbs verbs) {
    this.verbs = verbs;
  }

  @Override
  public Integer call() {
    List<ImageName> names = verbs.read(images);
    return verbs.run((pins, output) -> unpin(names, pins, output));
  }

  private static int unpin(List<ImageName> names, PinStore pins, Output output) {
    Collection<CacheReference> pinned = PinVerbs.known(pins);
    return PinVerbs.change(names, pinned, pins, pins::unpin, "cli.unpin", output);
  }
}
