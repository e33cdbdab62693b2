package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.text.Texts;
import java.util.Optional;

/** Finds the one cached image that an argument names, or says why there is none. */
record ImageChoice(Catalog catalog, Output output) {
  Optional<CachedImage> find(String argument) {
    return switch (ImageName.of(argument)) {
      case ImageName.Whole(CacheReference reference) -> find(reference);
      case ImageName.KeyStart start ->
          switch (start.among(
              catalog.cached().stream().map(CachedImage::reference).distinct().toList())) {
            case ImageName.Match.One(CacheReference reference) -> find(reference);
            case ImageName.Match.None(String reason) -> none(argument, reason);
          };
      case ImageName.Base(String name) -> none(name, Texts.text("cli.inspect.base-name"));
      case ImageName.NotCached(String name) -> none(name, Texts.text("cli.inspect.not-cached"));
    };
  }

  private Optional<CachedImage> find(CacheReference reference) {
    Optional<CachedImage> found = catalog.find(reference);
    return found.isPresent()
        ? found
        : none(reference.toString(), Texts.text("cli.image.not-there"));
  }

  private Optional<CachedImage> none(String name, String why) {
    output.problem(Texts.text("cli.image.failed", name, why));
    return Optional.empty();
  }
}
