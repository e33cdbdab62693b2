package io.github.sandboxcache.domain.registry;

import java.time.Instant;

/** Whether a registry has an image, as far as that is known here. */
public sealed interface Presence {
  /**
   * It has one of that name, which need not be the very image that is here.
   *
   * @param at when that was seen
   */
  record There(Instant at) implements Presence {}

  /**
   * It has none of that name.
   *
   * @param at when that was seen
   */
  record NotThere(Instant at) implements Presence {}

  /** Nobody has looked. */
  record Unknown() implements Presence {}
}
