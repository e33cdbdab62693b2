package io.github.sandboxcache.domain.removal;

/**
 * Keeps what becomes of each removal, from before the engine is asked: whatever ends the process in
 * between, nothing that went is missing afterwards. Called from several threads at once. Never
 * fails: what is gone is gone, also when it cannot be written down.
 *
 * @param <I> what is removed
 */
public interface RemovalJournal<I> {
  /** The engine is about to be asked to remove it. */
  void asking(I image);

  /** It is gone. */
  void removed(I image);

  /** It was found to stay. */
  void kept(I image, KeepReason reason);

  /**
   * It should have gone and is still there.
   *
   * @param words why, untrusted
   */
  void failed(I image, String words);

  /**
   * The engine was asked and did not say whether it is gone.
   *
   * @param words why, untrusted
   */
  void unknown(I image, String words);

  /** Keeps nothing. */
  static <I> RemovalJournal<I> none() {
    return new RemovalJournal<>() {
      @Override
      public void asking(I image) {}

      @Override
      public void removed(I image) {}

      @Override
      public void kept(I image, KeepReason reason) {}

      @Override
      public void failed(I image, String words) {}

      @Override
      public void unknown(I image, String words) {}
    };
  }
}
