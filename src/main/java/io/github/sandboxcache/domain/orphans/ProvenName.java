package io.github.sandboxcache.domain.orphans;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.contents.Candidate;
import io.github.sandboxcache.domain.contents.KeyProof;
import io.github.sandboxcache.domain.task.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The name that an image should have: a sandbox looked for it, and its key is that of what is
 * inside the image.
 *
 * @param packages what the key stands for, sorted
 */
public record ProvenName(CacheReference reference, List<String> packages) {
  /** Copies the list, so that the record never changes. */
  public ProvenName {
    packages = List.copyOf(packages);
  }

  /**
   * Finds the name for an image. Takes up to some seconds of one processor for each language.
   *
   * @param candidates the packages that may have been asked for
   * @param likely the language that is tried first
   * @return empty when no key that was looked for is proven
   * @throws java.util.concurrent.CancellationException when it is cancelled
   */
  public static Optional<ProvenName> find(
      List<Candidate> candidates,
      Optional<Language> likely,
      SoughtNames sought,
      Cancellation cancellation) {
    List<Language> languages = new ArrayList<>(sought.tags().keySet());
    likely.filter(languages::remove).ifPresent(languages::addFirst);
    for (Language language : languages) {
      Optional<List<String>> packages =
          KeyProof.findAny(
              language, candidates, sought.tags().getOrDefault(language, Set.of()), cancellation);
      if (packages.isPresent()) {
        return packages.map(names -> new ProvenName(reference(language, names), names));
      }
    }
    return Optional.empty();
  }

  private static CacheReference reference(Language language, List<String> packages) {
    return CacheReference.of(language, CacheKey.of(language, packages));
  }
}
