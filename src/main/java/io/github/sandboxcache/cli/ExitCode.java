package io.github.sandboxcache.cli;

/** What the process says to the shell when it ends. */
public final class ExitCode {
  /** All done. */
  public static final int DONE = 0;

  /** Something failed; the document or the words say what. */
  public static final int FAILED = 1;

  /** The arguments make no sense; nothing was done. */
  public static final int WRONG_USAGE = 2;

  /** No engine could be used; nothing was done. */
  public static final int NO_ENGINE = 3;

  /** No rule may be used without being asked, so nothing was done. */
  public static final int NOT_APPROVED = 4;

  private ExitCode() {}
}
