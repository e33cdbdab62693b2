package io.github.sandboxcache.adapter.os;

/** What came of wanting to be the only window of its kind. */
public sealed interface Claim {
  /**
   * This process is the one; it is until it closes the instance or ends.
   *
   * @param instance what others ask to show itself
   */
  record First(WindowInstance instance) implements Claim {}

  /** Another process has the window and brings it to the front. */
  record ShownElsewhere() implements Claim {}

  /**
   * Nobody can tell, or the other process does not answer: then a window of one's own is better
   * than none.
   */
  record Unknown() implements Claim {}
}
