package io.github.sandboxcache.domain.history;

import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.util.Optional;

/** How far an operation has come with one image. */
public sealed interface ImageState {
  /** Its turn has not come. Once the operation has ended: it was not done. */
  record Planned() implements ImageState {}

  /** The engine was asked and has not answered yet. */
  record Asked() implements ImageState {}

  /** It was done. */
  record Done() implements ImageState {}

  /**
   * It was found to stay as it is.
   *
   * @param reason why
   */
  record Kept(KeepReason reason) implements ImageState {}

  /**
   * It should have been done.
   *
   * @param words why it was not, in foreign words, untrusted, {@value UsageFact#MAX_REASON}
   *     characters at most; empty where there are none
   */
  record Failed(Optional<String> words) implements ImageState {
    /** Cuts the words to their greatest length. */
    public Failed {
      words = words.map(UsageFact::cut);
    }
  }

  /**
   * The engine was asked and did not say, in the end, whether it was done.
   *
   * @param words why, in foreign words, untrusted, {@value UsageFact#MAX_REASON} characters at
   *     most; empty when its answer was not awaited
   */
  record Unknown(Optional<String> words) implements ImageState {
    /** Cuts the words to their greatest length. */
    public Unknown {
      words = words.map(UsageFact::cut);
    }
  }

  /** Whether only another look at the engine tells what became of it. */
  default boolean isOpen() {
    return this instanceof Asked || this instanceof Unknown;
  }
}
