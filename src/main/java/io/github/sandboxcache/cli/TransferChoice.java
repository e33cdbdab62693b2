package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.TransferDocument.NotMeant;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The images that arguments name.
 *
 * @param images what is meant, in the order of the arguments, each once
 * @param notMeant names that mean no single image
 */
record TransferChoice(List<CacheReference> images, List<NotMeant> notMeant) {
  /**
   * Reads arguments.
   *
   * @param known where beginnings of keys are looked for; asked if there are any
   */
  static TransferChoice of(
      List<String> arguments, Supplier<? extends Collection<CacheReference>> known) {
    Set<CacheReference> images = new LinkedHashSet<>();
    List<NotMeant> notMeant = new ArrayList<>();
    List<ImageName> names = arguments.stream().map(ImageName::of).distinct().toList();
    Collection<CacheReference> all =
        names.stream().anyMatch(ImageName.KeyStart.class::isInstance) ? known.get() : List.of();
    for (ImageName name : names) {
      switch (name) {
        case ImageName.Whole(CacheReference reference) -> images.add(reference);
        case ImageName.KeyStart start -> {
          switch (start.among(all)) {
            case ImageName.Match.One(CacheReference reference) -> images.add(reference);
            case ImageName.Match.None(String reason) ->
                notMeant.add(new NotMeant(start.digits(), reason));
          }
        }
        case ImageName.Base(String base) ->
            notMeant.add(new NotMeant(base, Texts.text("cli.transfer.base")));
        case ImageName.NotCached(String other) ->
            notMeant.add(new NotMeant(other, Texts.text("cli.transfer.not-cached")));
      }
    }
    return new TransferChoice(List.copyOf(images), notMeant);
  }
}
