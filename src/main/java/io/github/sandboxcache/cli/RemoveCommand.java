package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.RemovalDocument.Staying;
import io.github.sandboxcache.cli.RemovalWork.Choice;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.history.OperationKind;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code remove}: removes just the named images, as carefully as all removals. */
@Command(name = "remove", addMethodSubcommands = false)
final class RemoveCommand implements Callable<Integer> {
  private final Supplier<Session> sessions;

  @Parameters(arity = "1..*", paramLabel = "IMAGE", descriptionKey = "image")
  private List<String> images = List.of();

  @Option(names = "--dry-run")
  private boolean dryRun;

  RemoveCommand(Supplier<Session> sessions) {
    this.sessions = sessions;
  }

  @Override
  public Integer call() {
    List<ImageName> names = images.stream().map(ImageName::of).distinct().toList();
    return new RemovalWork(
            OperationKind.REMOVE,
            Origin.COMMAND_LINE,
            catalog -> choice(names, catalog),
            false,
            dryRun)
        .run(sessions.get());
  }

  private static Choice choice(List<ImageName> names, Catalog catalog) {
    Set<CacheReference> chosen = new LinkedHashSet<>();
    List<Staying> failed = new ArrayList<>();
    List<CacheReference> cached = catalog.cached().stream().map(CachedImage::reference).toList();
    for (ImageName name : names) {
      if (name instanceof ImageName.Whole(CacheReference reference)) {
        if (cached.contains(reference)) {
          chosen.add(reference);
        } else {
          failed.add(new Staying(reference.toString(), Texts.text("cli.image.not-there")));
        }
      } else if (name instanceof ImageName.KeyStart start) {
        switch (start.among(cached)) {
          case ImageName.Match.One(CacheReference reference) -> chosen.add(reference);
          case ImageName.Match.None(String reason) ->
              failed.add(new Staying(start.digits(), reason));
        }
      } else if (name instanceof ImageName.Base(String base)) {
        failed.add(new Staying(base, Texts.text("cli.image.base")));
      } else if (name instanceof ImageName.NotCached(String other)) {
        failed.add(new Staying(other, Texts.text("cli.image.not-cached")));
      }
    }
    return new Choice(new RemovalPolicy.Chosen(chosen), failed);
  }
}
