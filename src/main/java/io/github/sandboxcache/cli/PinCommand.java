package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.pins.PinStore;
import io.github.sandboxcache.service.CacheService;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code pin}: no removal takes those images any more. Whole references need no engine. */
@Command(name = "pin", addMethodSubcommands = false)
final class PinCommand implements Callable<Integer> {
  private final PinVerbs verbs;
  private final EngineVerbs engine;

  @Parameters(arity = "1..*", paramLabel = "IMAGE", descriptionKey = "image")
  private List<String> images = List.of();

  PinCommand(PinVerbs verbs, EngineVerbs engine) {
    this.verbs = verbs;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    List<ImageName> names = verbs.read(images);
    return names.stream().allMatch(ImageName.Whole.class::isInstance)
        ? verbs.run((pins, output) -> pin(names, List.of(), pins, output))
        : engine.run((service, output) -> pinListed(names, service, output));
  }

  private static int pinListed(List<ImageName> names, CacheService service, Output output) {
    Catalog catalog = ListCommand.listed(service, output);
    List<CacheReference> known = catalog.cached().stream().map(CachedImage::reference).toList();
    return PinVerbs.guarded(output, () -> pin(names, known, service.pins(), output));
  }

  private static int pin(
      List<ImageName> names, List<CacheReference> known, PinStore pins, Output output) {
    return PinVerbs.change(names, known, pins, pins::pin, "cli.pin", output);
  }
}
