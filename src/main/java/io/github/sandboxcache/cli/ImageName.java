package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.SandboxReference;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.text.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How an image is named on the command line. */
sealed interface ImageName {
  /** The start of a key, and at most all of its digits in a tag. */
  Pattern KEY = Pattern.compile("[0-9a-f]{1,12}");

  /**
   * How base images are named. A tag of digits alone, too few or too many, or a capital anywhere is
   * a key or a language that somebody got wrong.
   */
  Pattern BASE = Pattern.compile("mcp-sandbox-[a-z0-9+._-]+:(?![0-9a-f]+$)[a-z0-9_][a-z0-9._-]*");

  /** By its whole reference, so that nothing has to be looked up. */
  record Whole(CacheReference reference) implements ImageName {}

  /** By the first digits of its key. */
  record KeyStart(String digits) implements ImageName {
    /**
     * The one reference that is meant.
     *
     * @param known where to look
     */
    Match among(Collection<CacheReference> known) {
      List<CacheReference> matching =
          known.stream().filter(reference -> reference.tag().startsWith(digits)).toList();
      return switch (matching.size()) {
        case 0 -> new Match.None(Texts.text("cli.image.no-key"));
        case 1 -> new Match.One(matching.getFirst());
        default ->
            new Match.None(
                Texts.text(
                    "cli.image.several",
                    String.join(
                        ", ", matching.stream().map(CacheReference::toString).sorted().toList())));
      };
    }
  }

  /** The name of a base image. */
  record Base(String name) implements ImageName {}

  /** Anything else, such as a key in capitals or the name of somebody else's image. */
  record NotCached(String name) implements ImageName {}

  /** What a name means. */
  sealed interface Match {
    /** That image. */
    record One(CacheReference reference) implements Match {}

    /** No single image; the reason is for people. */
    record None(String reason) implements Match {}
  }

  /** The one cached image that is meant; empty when none or several are. */
  default Optional<CacheReference> among(Catalog catalog) {
    Set<CacheReference> cached =
        catalog.cached().stream().map(CachedImage::reference).collect(Collectors.toSet());
    return switch (this) {
      case Whole(CacheReference reference) -> Optional.of(reference).filter(cached::contains);
      case KeyStart start ->
          start.among(cached) instanceof Match.One(CacheReference reference)
              ? Optional.of(reference)
              : Optional.empty();
      case Base _, NotCached _ -> Optional.empty();
    };
  }

  /** Reads an argument. */
  static ImageName of(String argument) {
    if (SandboxReference.parse(argument).orElse(null) instanceof CacheReference cached) {
      return new Whole(cached);
    }
    if (BASE.matcher(argument).matches()) {
      return new Base(argument);
    }
    return KEY.matcher(argument).matches() ? new KeyStart(argument) : new NotCached(argument);
  }
}
