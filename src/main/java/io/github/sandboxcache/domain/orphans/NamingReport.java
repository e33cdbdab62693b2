package io.github.sandboxcache.domain.orphans;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.task.TaskResult;
import java.util.List;

/**
 * What came of an attempt to name images that failed saves left.
 *
 * @param named the images that have a name now, or would get one
 * @param unnamed those that do not, and why
 */
public record NamingReport(List<Named> named, List<Unnamed> unnamed) implements TaskResult {
  /** What an attempt that did not begin came to: nothing. */
  public static final NamingReport NOTHING = new NamingReport(List.of(), List.of());

  /** Copies the lists, so that the record never changes. */
  public NamingReport {
    named = List.copyOf(named);
    unnamed = List.copyOf(unnamed);
  }

  /** An image and its name. */
  public record Named(Orphan orphan, ProvenName name) {}

  /**
   * An image without a name.
   *
   * @param guess the packages that it seems to have been made for; empty where nothing tells
   */
  public record Unnamed(Orphan orphan, Why why, List<String> guess) {
    /** Copies the list, so that the record never changes. */
    public Unnamed {
      guess = List.copyOf(guess);
    }

    /** One that nobody looked into. */
    public Unnamed(Orphan orphan, Why why) {
      this(orphan, why, List.of());
    }
  }

  /** Why an image has no name of a cached one. */
  public sealed interface Why {
    /** No sandbox has looked for anything that is missing, as far as the ledger knows. */
    record NothingSought() implements Why {}

    /** Nothing that was looked for is proven to be in it. */
    record NotProven() implements Why {}

    /** Another image has the name by now. */
    record Taken(CacheReference reference) implements Why {}

    /** It has a name by now. */
    record NamedMeanwhile() implements Why {}

    /** It is gone. */
    record Gone() implements Why {}

    /** It was cancelled before its turn. */
    record Cancelled() implements Why {}

    /**
     * It could not be read or named.
     *
     * @param reason the engine's own words, untrusted
     */
    record Failed(String reason) implements Why {}
  }

  @Override
  public boolean successful() {
    return unnamed.stream().noneMatch(each -> each.why() instanceof Why.Failed);
  }
}
