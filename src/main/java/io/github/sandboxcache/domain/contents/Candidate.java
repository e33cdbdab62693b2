package io.github.sandboxcache.domain.contents;

import io.github.sandboxcache.domain.cache.Language;
import java.util.List;
import java.util.Optional;

/**
 * A package that somebody may have asked for when the image was made.
 *
 * @param ecosystem what kind of package
 * @param name as its own metadata spells it
 * @param version what was installed; empty when that is not known
 * @param extras what can be chosen of it, as Python's {@code Provides-Extra} says; often empty
 * @param written the version as the package manager noted it, for example {@code ^1.3.0}, or for
 *     Alpine the whole line of the world file; empty when it noted none
 * @param marked whether the package manager marked it as asked for; else it may as well be a
 *     dependency of another one
 */
public record Candidate(
    Ecosystem ecosystem,
    String name,
    String version,
    List<String> extras,
    Optional<String> written,
    boolean marked) {
  /** Copies the list, so that the record never changes. */
  public Candidate {
    extras = List.copyOf(extras);
  }

  /**
   * The names of those that are marked as asked for, sorted: a guess at what was asked for.
   *
   * @param language only what serves it counts; of an unknown one everything does
   */
  public static List<String> marked(List<Candidate> candidates, Optional<Language> language) {
    Optional<Language> known = language.filter(Language::isKnown);
    return candidates.stream()
        .filter(Candidate::marked)
        .filter(each -> known.isEmpty() || each.ecosystem().serves(known.get()))
        .map(Candidate::name)
        .distinct()
        .sorted()
        .toList();
  }
}
