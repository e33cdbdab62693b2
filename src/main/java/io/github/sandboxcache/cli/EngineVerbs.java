package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.CacheAccess.Opened;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineAttempt.Failure;
import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import io.github.sandboxcache.domain.pins.PinsException;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.SettingsTrouble;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.domain.usage.UsageReport;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.text.AttemptText;
import io.github.sandboxcache.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

/** What all verbs that need an engine have in common: open it, work, close it, say what failed. */
final class EngineVerbs {
  private final RootCommand root;
  private final CacheAccess access;

  EngineVerbs(RootCommand root, CacheAccess access) {
    this.root = root;
    this.access = access;
  }

  /** The work of one verb. */
  interface Work {
    /** Does it and says what came of it; returns the exit code. */
    int run(CacheService service, Output output);
  }

  /** The work of a verb that says what it did even when it is interrupted. */
  interface ReportingWork {
    /** Does it and says what came of it; returns the exit code. */
    int run(CacheService service, Output output, Interruption interruption);

    /** Says that nothing was done; returns the exit code. */
    int interrupted(Output output);
  }

  Settings settings() {
    return access.settings();
  }

  /** Whether the settings say how many images prune keeps; otherwise says that they do not. */
  boolean knowsKeepNewest() {
    return !refused(SettingsTrouble::isAboutKeepNewest, "cli.settings.keep-unknown");
  }

  /** Another engine than the chosen one might have other images of the same names. */
  private boolean knowsEngine() {
    return root.sample()
        || !access.isEngineOfSettings(root.engine())
        || !refused(SettingsTrouble::isAboutEngine, "cli.settings.engine-unknown");
  }

  private boolean refused(Predicate<SettingsTrouble> decisive, String meaning) {
    root.check();
    if (access.settingsTroubles().stream().noneMatch(decisive)) {
      return false;
    }
    Output output = root.output();
    LedgerVerbs.saySettings(access, output);
    output.problem(Texts.text(meaning));
    return true;
  }

  /**
   * What is known of the cache's use, with what the engine's containers and the followed logs tell
   * and nobody has noted yet. Empty, and said so, when it cannot be read.
   */
  Optional<UsageReport> usage(
      TimeRange range, Catalog listed, CacheService service, Output output) {
    Optional<UsageLedgerException> notNoted =
        LedgerVerbs.attempt(() -> note(listed, service, output));
    try {
      UsageReport report = service.usage().report(range);
      notNoted.or(service.usage()::whyNotWritable).ifPresent(e -> LedgerVerbs.behind(e, output));
      return Optional.of(report);
    } catch (UsageLedgerException e) {
      int _ = LedgerVerbs.failed(e, output);
      return Optional.empty();
    }
  }

  private void note(Catalog listed, CacheService service, Output output) {
    if (!service.engine().sample()) {
      LedgerVerbs.readLogs(access, output);
    }
    service
        .catchUp(listed)
        .ifPresent(
            why -> {
              output.problem(Texts.text("cli.uses-unknown"));
              output.detail(String.valueOf(why.getMessage()));
            });
  }

  /** As {@link #run(Work)}; the end of the process waits until the work has said what it did. */
  int run(ReportingWork work) {
    root.check();
    if (!knowsEngine()) {
      return ExitCode.FAILED;
    }
    Output output = root.output();
    PinVerbs.sayWhosePins(root, access, output);
    try (Interruption interruption = new Interruption()) {
      return run(
          interruption.await(() -> open(output)),
          (service, out) -> {
            try {
              return work.run(service, out, interruption);
            } catch (CancellationException _) {
              return work.interrupted(out);
            }
          },
          output);
    } catch (CancellationException _) {
      return work.interrupted(output);
    }
  }

  int run(Work work) {
    root.check();
    Output output = root.output();
    return run(open(output), work, output);
  }

  private int run(Opened opened, Work work, Output output) {
    if (opened instanceof Opened.NoEngine(List<EngineAttempt> attempts)) {
      return sayNoEngine(attempts, output);
    }
    Opened.Ready ready = (Opened.Ready) opened;
    try (var _ = ready.connection()) {
      sayPassedOver(ready, output);
      return work(ready.service(), work, output);
    }
  }

  private Opened open(Output output) {
    if (root.sample()) {
      return access.openSample();
    }
    LedgerVerbs.saySettings(access, output);
    try (ProgressLine progress = output.progress()) {
      progress.onProgress(Progress.of("connect", ""));
      return access.open(root.engine());
    }
  }

  private static int work(CacheService service, Work work, Output output) {
    if (service.engine().sample() && !output.isJson()) {
      output.line(Texts.text("cli.sample"), Style.CAREFUL);
    }
    try {
      return work.run(service, output);
    } catch (EngineUnreachableException e) {
      output.problem(Texts.text("cli.engine-lost", e.endpoint()));
      output.detail(String.valueOf(e.getMessage()));
      return ExitCode.NO_ENGINE;
    } catch (EngineRefusedException e) {
      sayRefused(e, output);
      return ExitCode.FAILED;
    } catch (PinsException e) {
      return PinProblem.nothingRemoved(e.trouble(), output);
    } catch (UsageLedgerException e) {
      return LedgerVerbs.failed(e, output);
    }
  }

  /** Another engine than the user may think of must not stay unnoticed. */
  private static void sayPassedOver(Opened.Ready ready, Output output) {
    if (!ready.passedOver().isEmpty()) {
      output.problem(Texts.text("cli.other-engine", ready.service().engine().endpoint()));
      ready.passedOver().forEach(attempt -> say(attempt, output));
    }
  }

  private static void say(EngineAttempt attempt, Output output) {
    output.detail(
        Texts.text(
            "cli.no-engine.attempt",
            attempt.place(),
            AttemptText.source(attempt.source()),
            AttemptText.explanation(attempt)));
  }

  /** Says that the engine refused, what it was asked, and its own words. */
  private static void sayRefused(EngineRefusedException e, Output output) {
    output.problem(
        e.request().isEmpty()
            ? Texts.text("cli.engine-refused")
            : Texts.text("cli.engine-refused.request", e.request()));
    output.detail(String.valueOf(e.getMessage()));
  }

  private static int sayNoEngine(List<EngineAttempt> attempts, Output output) {
    output.problem(Texts.text("cli.no-engine"));
    attempts.forEach(attempt -> say(attempt, output));
    boolean notAllowed =
        attempts.stream()
            .anyMatch(
                a -> a.failure() == Failure.NOT_ALLOWED && a.source() == Source.DOCKER_SOCKET);
    if (notAllowed) {
      output.detail(Texts.text("cli.no-engine.not-allowed"));
    }
    output.detail(Texts.text("cli.no-engine.help"));
    return ExitCode.NO_ENGINE;
  }
}
