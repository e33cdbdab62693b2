package io.github.sandboxcache.cli;

import io.github.sandboxcache.text.Texts;
import io.github.sandboxcache.usage.UsageLedger;
import io.github.sandboxcache.usage.UsageLedgerException;

/** What all verbs that work with the usage ledger alone have in common. They need no engine. */
final class LedgerVerbs {
  private final RootCommand root;
  private final CacheAccess access;

  LedgerVerbs(RootCommand root, CacheAccess access) {
    this.root = root;
    this.access = access;
  }

  /** The work of one verb. */
  interface Work {
    /** Does it and says what came of it; returns the exit code. */
    int run(UsageLedger ledger, Output output);
  }

  int run(Work work) {
    root.check();
    Output output = root.output();
    try {
      return work.run(root.sample() ? access.sampleLedger() : access.ledger(root.engine()), output);
    } catch (UsageLedgerException e) {
      return failed(e, output);
    }
  }

  /** Says that the ledger cannot be used, and why. */
  static int failed(UsageLedgerException e, Output output) {
    output.problem(Texts.text("cli.ledger"));
    output.detail(String.valueOf(e.getMessage()));
    return ExitCode.FAILED;
  }
}
