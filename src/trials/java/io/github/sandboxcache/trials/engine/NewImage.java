package io.github.sandboxcache.trials.engine;

import java.time.Instant;
import java.util.List;

/**
 * An image that is to be made.
 *
 * @param names as the engine is to spell them
 * @param created when it says it was made
 * @param content makes its layer unlike all others
 */
public record NewImage(List<String> names, Instant created, String content) {
  /** Copies the list, so that the record never changes. */
  public NewImage {
    names = List.copyOf(names);
  }
}
