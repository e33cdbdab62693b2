package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.text.LedgerText;
import io.github.sandboxcache.text.SettingsTroubleText;
import io.github.sandboxcache.text.Texts;
import java.util.Optional;

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
      if (root.sample()) {
        return work.run(access.sampleLedger(), output);
      }
      saySettings(access, output);
      Optional<UsageLedgerException> notNoted = attempt(() -> readLogs(access, output));
      UsageLedger ledger = access.ledger(root.engine());
      int code = work.run(ledger, output);
      notNoted.or(ledger::whyNotWritable).ifPresent(e -> behind(e, output));
      return code;
    } catch (UsageLedgerException e) {
      return failed(e, output);
    }
  }

  /** Says what of the settings is not legible. */
  static void saySettings(CacheAccess access, Output output) {
    access.settingsTroubles().forEach(t -> output.detail(SettingsTroubleText.what(t)));
  }

  /** Takes what is new in the followed logs in; says so when there is too much of it. */
  static void readLogs(CacheAccess access, Output output) {
    boolean all;
    try (ProgressLine progress = output.progress()) {
      progress.onProgress(Progress.of("logs", ""));
      all = access.readFollowedLogs();
    }
    if (!all) {
      output.detail(Texts.text("cli.logs.behind"));
    }
  }

  /** Takes something into the ledger, which may be readable when it cannot be written. */
  static Optional<UsageLedgerException> attempt(Runnable noting) {
    try {
      noting.run();
      return Optional.empty();
    } catch (UsageLedgerException e) {
      return Optional.of(e);
    }
  }

  /** Says that what is told lacks what is new, and why. */
  static void behind(UsageLedgerException e, Output output) {
    output.problem(Texts.text("cli.ledger.behind"));
    output.detail(LedgerText.why(e));
  }

  /** Says that the ledger cannot be used, and why. */
  static int failed(UsageLedgerException e, Output output) {
    output.problem(Texts.text("cli.ledger"));
    output.detail(LedgerText.why(e));
    return ExitCode.FAILED;
  }
}
