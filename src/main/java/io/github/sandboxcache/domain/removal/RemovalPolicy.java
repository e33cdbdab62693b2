package io.github.sandboxcache.domain.removal;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Which cached images a removal is about, before anything speaks for keeping one. */
public sealed interface RemovalPolicy {
  /** Whether an image's use decides. */
  default boolean goesByUse() {
    return false;
  }

  /** Which images a prune keeps. */
  sealed interface Rule extends RemovalPolicy {
    @Override
    default boolean goesByUse() {
      return !(this instanceof KeepNewest);
    }
  }

  /**
   * Prune: everything but the newest of each language, by creation time. Pinned ones stay besides
   * and are not counted.
   *
   * @param count how many references of each language stay, 0 or more
   */
  record KeepNewest(int count) implements Rule {
    /** What the sandbox itself keeps. */
    public static final int DEFAULT_COUNT = 3;

    /** While it is not known how many are wanted, all stay. */
    public static final int UNKNOWN_COUNT = Integer.MAX_VALUE;

    /** Refuses a negative count. */
    public KeepNewest {
      if (count < 0) {
        throw new IllegalArgumentException("cannot keep a negative number of images: " + count);
      }
    }
  }

  /**
   * Prune: everything but what was used last of each language. An image without a recorded use was
   * used when it was made.
   *
   * @param count how many references of each language stay, 0 or more
   */
  record KeepUsed(int count) implements Rule {
    /** Refuses a negative count. */
    public KeepUsed {
      if (count < 0) {
        throw new IllegalArgumentException("cannot keep a negative number of images: " + count);
      }
    }
  }

  /**
   * Prune: what was neither used nor made for so long. Nothing, while uses are not known for as
   * long.
   *
   * @param span longer than nothing
   */
  record UnusedFor(Duration span) implements Rule {
    /** Refuses a span of nothing. */
    public UnusedFor {
      if (span.isNegative() || span.isZero()) {
        throw new IllegalArgumentException("not a span: " + span);
      }
    }
  }

  /**
   * Prune: what is worth least for the bytes that its removal frees, until the rest takes no more
   * than that on disk.
   *
   * @param bytes on disk, 0 or more
   */
  record Budget(long bytes) implements Rule {
    /** Refuses a negative budget. */
    public Budget {
      if (bytes < 0) {
        throw new IllegalArgumentException("not a budget: " + bytes);
      }
    }
  }

  /**
   * Prune by a rule, with exceptions.
   *
   * @param rule the rule of every language that has none of its own
   * @param ofLanguage languages with a rule of their own
   * @param only the languages that this is about; all when empty
   * @param except images that stay
   */
  record Prune(
      Rule rule, Map<Language, Rule> ofLanguage, Set<Language> only, Set<CacheReference> except)
      implements RemovalPolicy {
    /** Copies the collections, so that the record never changes. */
    public Prune {
      ofLanguage = Map.copyOf(ofLanguage);
      only = Set.copyOf(only);
      except = Set.copyOf(except);
    }

    /** Without exceptions. */
    public static Prune by(Rule rule) {
      return new Prune(rule, Map.of(), Set.of(), Set.of());
    }

    /** The rule of a language. */
    public Rule of(Language language) {
      return ofLanguage.getOrDefault(language, rule);
    }

    @Override
    public boolean goesByUse() {
      return rule.goesByUse() || ofLanguage.values().stream().anyMatch(Rule::goesByUse);
    }

    boolean isAbout(Language language) {
      return only.isEmpty() || only.contains(language);
    }
  }

  /** Clear: everything. */
  record Everything() implements RemovalPolicy {}

  /**
   * Remove: just these.
   *
   * @param references what was chosen; those that are not in the cache mean nothing
   */
  record Chosen(Set<CacheReference> references) implements RemovalPolicy {
    /** Copies the set, so that the record never changes. */
    public Chosen {
      references = Set.copyOf(references);
    }
  }
}
