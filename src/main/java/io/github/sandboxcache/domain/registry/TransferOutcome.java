package io.github.sandboxcache.domain.registry;

/** What became of one image that was to be sent to a registry or to come from there. */
public sealed interface TransferOutcome {
  /**
   * It was sent.
   *
   * @param digest of what is there now
   * @param sentBytes what the engine sent for it, unpacked; without the layers that were there
   */
  record Pushed(String digest, long sentBytes) implements TransferOutcome {}

  /**
   * The registry had an image of that name, which stays.
   *
   * @param same whether it is this very image
   */
  record AlreadyThere(boolean same) implements TransferOutcome {}

  /**
   * It came.
   *
   * @param imageId its id here
   * @param digest of what was pulled
   * @param loadedBytes what the engine loaded for it, packed; without the layers that were here
   * @param verdict what is known of its packages
   */
  record Pulled(String imageId, String digest, long loadedBytes, KeyVerdict verdict)
      implements TransferOutcome {}

  /** The engine has an image of that name, which stays. */
  record AlreadyHere() implements TransferOutcome {}

  /** It was not moved, and nothing of it was left. */
  record Failed(TransferProblem problem) implements TransferOutcome {}

  /** Whether its packages have its key. */
  enum KeyVerdict {
    /** What its label says, or what is inside, has it. */
    PROVEN,
    /** Nothing tells. */
    UNPROVEN,
    /** What its label says has another key. */
    CONTRADICTED
  }
}
