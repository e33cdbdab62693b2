package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineAttempt.Failure;
import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import io.github.sandboxcache.domain.pins.PinTrouble;
import io.github.sandboxcache.domain.registry.RegistryException;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.text.AttemptText;
import io.github.sandboxcache.text.LedgerText;
import io.github.sandboxcache.text.PinTroubleText;
import io.github.sandboxcache.text.Texts;
import io.github.sandboxcache.text.TransferText;
import java.util.List;

/** Says on standard error what went wrong, why, and what to do. */
final class Problems {
  private final Output output;

  Problems(Output output) {
    this.output = output;
  }

  /** No engine answered: every place that was tried. */
  int noEngine(List<EngineAttempt> attempts) {
    output.problem(Texts.text("cli.no-engine"));
    attempts.forEach(this::attempt);
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

  /** Another engine than the user may think of must not stay unnoticed. */
  void otherEngine(String endpoint, List<EngineAttempt> passedOver) {
    if (!passedOver.isEmpty()) {
      output.problem(Texts.text("cli.other-engine", endpoint));
      passedOver.forEach(this::attempt);
    }
  }

  private void attempt(EngineAttempt attempt) {
    output.detail(
        Texts.text(
            "cli.no-engine.attempt",
            attempt.place(),
            AttemptText.source(attempt.source()),
            AttemptText.explanation(attempt)));
  }

  /** The engine failed while it was used: what it was asked, and its own words. */
  int engine(EngineException e) {
    boolean lost = e instanceof EngineUnreachableException;
    output.problem(
        switch (e) {
          case EngineUnreachableException unreachable ->
              Texts.text("cli.engine-lost", unreachable.endpoint());
          case EngineRefusedException refused ->
              refused.request().isEmpty()
                  ? Texts.text("cli.engine-refused")
                  : Texts.text("cli.engine-refused.request", refused.request());
        });
    output.detail(String.valueOf(e.getMessage()));
    return lost ? ExitCode.NO_ENGINE : ExitCode.FAILED;
  }

  /** What the engine has is listed, but not its containers. */
  void containersUnknown(String reason) {
    output.problem(Texts.text("cli.containers-unknown"));
    output.detail(reason);
  }

  /** The uses that some container shows are missing. */
  void usesUnknown(EngineException why) {
    output.problem(Texts.text("cli.uses-unknown"));
    output.detail(String.valueOf(why.getMessage()));
  }

  /** A registry did not do what was asked. */
  int registry(RegistryException e) {
    output.problem(TransferText.of(e));
    return ExitCode.FAILED;
  }

  /** The sample's images are made up: no registry gets them, and none has them. */
  int sampleMoves() {
    output.problem(Texts.text("cli.transfer.sample"));
    return ExitCode.FAILED;
  }

  /** The ledger cannot be used. */
  int ledger(UsageLedgerException e) {
    output.problem(Texts.text("cli.ledger"));
    output.detail(LedgerText.why(e));
    return ExitCode.FAILED;
  }

  /** What is told lacks what is new. */
  void ledgerBehind(UsageLedgerException e) {
    output.problem(Texts.text("cli.ledger.behind"));
    output.detail(LedgerText.why(e));
  }

  /** What was used last is not known, so nothing is removed for not being used. */
  void lastUsesUnknown(UsageLedgerException e) {
    output.problem(Texts.text("cli.prune.uses-unknown"));
    output.detail(LedgerText.why(e));
  }

  /**
   * The pins cannot be read or changed.
   *
   * @param meaning what that means for the verb
   */
  int pins(PinTrouble trouble, String meaning) {
    output.problem(PinTroubleText.what(trouble));
    output.detail(meaning);
    output.detail(PinTroubleText.advice(trouble));
    return ExitCode.FAILED;
  }
}
