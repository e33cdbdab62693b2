package io.github.sandboxcache.trials.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the app is asked to remove. */
public sealed interface Request {
  /** {@code clear}: everything. */
  record Clear() implements Request {}

  /** {@code prune}: all but the newest names of each language. */
  record Prune(int keep) implements Request {}

  /**
   * {@code remove}: just these.
   *
   * @param words as given
   * @param meant the short names that the words mean
   * @param wrong the words that mean no image of the cache
   */
  record Remove(List<String> words, Set<String> meant, List<String> wrong) implements Request {}

  /** Whether it is about that name at all. */
  default boolean concerns(CachedName name) {
    return !(this instanceof Remove remove) || remove.meant().contains(name.shortName());
  }

  /** The words on the command line. */
  default List<String> words(boolean dryRun, boolean json) {
    List<String> words = new ArrayList<>();
    switch (this) {
      case Clear() -> words.add("clear");
      case Prune(int keep) -> words.addAll(List.of("prune", "--keep", Integer.toString(keep)));
      case Remove remove -> {
        words.add("remove");
        words.addAll(remove.words());
      }
    }
    if (dryRun) {
      words.add("--dry-run");
    } else if (this instanceof Clear) {
      words.add("--yes");
    }
    if (json) {
      words.add("--json");
    }
    return words;
  }
}
