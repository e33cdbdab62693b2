package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.checkup.Checkup;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.history.OperationJournal;
import io.github.sandboxcache.domain.pins.PinStore;
import io.github.sandboxcache.domain.pins.PinsException;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.SettingsTrouble;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.service.EngineSurvey;
import io.github.sandboxcache.text.HistoryText;
import io.github.sandboxcache.text.PinOwnersText;
import io.github.sandboxcache.text.PinTroubleText;
import io.github.sandboxcache.text.SettingsTroubleText;
import io.github.sandboxcache.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;

/**
 * One run of a verb: opens what the verb needs, lets it work, says what failed, and closes what was
 * opened. The work returns the exit code.
 */
final class Session {
  private final CacheAccess access;
  private final Optional<String> engineUri;
  private final boolean sample;
  private final Output output;
  private final Problems problems;
  private final CacheReading reading;
  private final Supplier<Interruption> interruptions;

  /**
   * A session.
   *
   * @param engineUri the engine that the arguments name
   * @param sample whether to work on made-up data
   */
  Session(CacheAccess access, Optional<String> engineUri, boolean sample, Output output) {
    this(access, engineUri, sample, output, Interruption::new);
  }

  /**
   * The same that ends before its time by something else than the end of the process.
   *
   * @param interruptions opens what ends it
   */
  Session(
      CacheAccess access,
      Optional<String> engineUri,
      boolean sample,
      Output output,
      Supplier<Interruption> interruptions) {
    this.access = access;
    this.engineUri = engineUri;
    this.sample = sample;
    this.output = output;
    this.problems = new Problems(output);
    this.reading = new CacheReading(access, output, problems);
    this.interruptions = interruptions;
  }

  Output output() {
    return output;
  }

  Problems problems() {
    return problems;
  }

  /** Reads the cache, and says what cannot be read. */
  CacheReading reading() {
    return reading;
  }

  /**
   * The window as a PNG file has it.
   *
   * @throws WindowPicture.NotTakenException when it cannot be drawn
   */
  byte[] picture(WindowPicture wanted) {
    return access.picture(wanted);
  }

  boolean isSample() {
    return sample;
  }

  Settings settings() {
    return access.settings().current();
  }

  /** Works on the cache of an engine. */
  int withCache(ToIntFunction<CacheService> work) {
    return work(connect(), work);
  }

  /**
   * The same, or something else without an engine.
   *
   * @param withoutEngine is given what was tried
   */
  int withAnyEngine(
      ToIntFunction<CacheService> work, ToIntFunction<List<EngineAttempt>> withoutEngine) {
    return work(connect(), work, withoutEngine);
  }

  /**
   * The same for a work that says what it did even when it is interrupted: the end of the process
   * waits for that.
   *
   * @param interrupted says that nothing was done
   */
  int withCache(ToIntBiFunction<CacheService, Interruption> work, IntSupplier interrupted) {
    if (!knowsEngine()) {
      return ExitCode.FAILED;
    }
    sayWhosePins();
    try (Interruption interruption = interruptions.get()) {
      return work(
          interruption.await(this::connect),
          cache -> {
            try {
              return work.applyAsInt(cache, interruption);
            } catch (CancellationException _) {
              return interrupted.getAsInt();
            }
          });
    } catch (CancellationException _) {
      return interrupted.getAsInt();
    }
  }

  /** Works on the ledger. An engine that answers is asked for what its containers tell. */
  int withLedger(ToIntFunction<UsageLedger> work) {
    try {
      if (sample) {
        return work.applyAsInt(sampleCache().usage());
      }
      saySettings();
      Optional<UsageLedgerException> logsNotRead = reading.readLogs();
      if (access.connect(searched()) instanceof Outcome.Connected(ContainerEngine engine, var _)) {
        try (engine) {
          cache(engine).catchUp();
        }
      }
      UsageLedger ledger = access.usage();
      int code = work.applyAsInt(ledger);
      logsNotRead.or(ledger::whyNotWritable).ifPresent(problems::ledgerBehind);
      return code;
    } catch (UsageLedgerException e) {
      return problems.ledger(e);
    }
  }

  /**
   * Works on the journal. An engine that answers is asked for what became of what is not settled.
   */
  int withJournal(ToIntFunction<OperationJournal> work) {
    try {
      if (sample) {
        saySample();
        return work.applyAsInt(sampleCache().operations());
      }
      saySettings();
      if (access.connect(searched()) instanceof Outcome.Connected(ContainerEngine engine, var _)) {
        try (engine) {
          cache(engine).removals().settleEarlier();
        }
      }
      return work.applyAsInt(access.operations());
    } catch (UsageLedgerException e) {
      return problems.ledger(e);
    }
  }

  /** The cache of an engine; says what is found to have been interrupted. */
  private CacheService cache(ContainerEngine engine) {
    CacheService cache = access.cache(engine);
    cache.onInterrupted(operation -> output.detail(HistoryText.interrupted(operation)));
    return cache;
  }

  /** Looks at everything that may be wrong; an engine that answers is looked at, too. */
  Checkup checkup() {
    Outcome outcome = searchedEngine();
    if (outcome instanceof Outcome.Connected(ContainerEngine engine, var _)) {
      try (engine) {
        return access.doctor().examine(outcome);
      }
    }
    return access.doctor().examine(outcome);
  }

  /** Asks every engine that there may be; the current one is that of the other verbs. */
  List<EngineSurvey.Found> engines() {
    if (sample) {
      saySample();
    } else {
      saySettings();
    }
    try (ProgressLine progress = output.progress()) {
      progress.onProgress(Progress.of("connect", ""));
      return sample
          ? new EngineSurvey(_ -> connectToSample()).all(Optional.empty(), this::connectToSample)
          : access.survey().all(searched(), () -> access.connect(searched()));
    }
  }

  private Outcome connectToSample() {
    return new Outcome.Connected(access.sampleEngine());
  }

  private Outcome searchedEngine() {
    if (sample) {
      return connectToSample();
    }
    try (ProgressLine progress = output.progress()) {
      progress.onProgress(Progress.of("connect", ""));
      return access.connect(searched());
    }
  }

  /** Works on the pins alone, without an engine. */
  int withPins(ToIntFunction<PinStore> work) {
    if (sample) {
      saySample();
      return work.applyAsInt(sampleCache().pins());
    }
    sayWhosePins();
    return work.applyAsInt(access.pins());
  }

  /** Whether the settings say how many images prune keeps; otherwise says that they do not. */
  boolean knowsKeepNewest() {
    return !refused(SettingsTrouble::isAboutKeepNewest, "cli.settings.keep-unknown");
  }

  /** Another engine than the chosen one might have other images of the same names. */
  private boolean knowsEngine() {
    return sample
        || engineUri.isPresent()
        || access.isEngineNamed()
        || !refused(SettingsTrouble::isAboutEngine, "cli.settings.engine-unknown");
  }

  private boolean refused(Predicate<SettingsTrouble> decisive, String meaning) {
    if (access.settings().troubles().stream().noneMatch(decisive)) {
      return false;
    }
    saySettings();
    output.problem(Texts.text(meaning));
    return true;
  }

  private Outcome connect() {
    if (!sample) {
      saySettings();
    }
    return searchedEngine();
  }

  /** As for the docker command, what the environment names comes before what was remembered. */
  private Optional<String> searched() {
    return access.isEngineNamed() ? engineUri : engineUri.or(() -> settings().engineUri());
  }

  private int work(Outcome outcome, ToIntFunction<CacheService> work) {
    return work(outcome, work, problems::noEngine);
  }

  private int work(
      Outcome outcome,
      ToIntFunction<CacheService> work,
      ToIntFunction<List<EngineAttempt>> withoutEngine) {
    return switch (outcome) {
      case Outcome.NoEngine(List<EngineAttempt> attempts) -> withoutEngine.applyAsInt(attempts);
      case Outcome.Connected(ContainerEngine engine, List<EngineAttempt> passedOver) -> {
        try (engine) {
          problems.otherEngine(engine.description().endpoint(), passedOver);
          yield work(cache(engine), work);
        }
      }
    };
  }

  private int work(CacheService cache, ToIntFunction<CacheService> work) {
    if (cache.engine().sample()) {
      saySample();
    }
    try {
      return work.applyAsInt(cache);
    } catch (EngineException e) {
      return problems.engine(e);
    } catch (PinsException e) {
      return problems.pins(e.trouble(), PinTroubleText.nothingRemoved());
    } catch (UsageLedgerException e) {
      return problems.ledger(e);
    }
  }

  private CacheService sampleCache() {
    return access.cache(access.sampleEngine());
  }

  /** What of the settings cannot be read. */
  private void saySettings() {
    access.settings().troubles().forEach(t -> output.detail(SettingsTroubleText.what(t)));
  }

  private void saySample() {
    if (!output.isJson()) {
      output.line(Texts.text("cli.sample"), Style.CAREFUL);
    }
  }

  /** Says so where the pins that count may be those of another user than expected. */
  private void sayWhosePins() {
    if (!sample) {
      access.pinOwners().map(PinOwnersText::full).ifPresent(output::detail);
    }
  }
}
