package io.github.sandboxcache.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.history.Operation.Ending;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an operation tells of its end and of its images. */
class OperationTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
  private static final ProcessIdentity DEAD =
      new ProcessIdentity(ProcessHandle.current().pid(), Optional.of(Instant.EPOCH));

  private static Operation operation(
      ProcessIdentity process, Optional<Ending> ending, ImageState... states) {
    OperationPlan plan =
        new OperationPlan(
            OperationKind.PRUNE,
            Origin.WINDOW,
            "unix:///x",
            process,
            NOW,
            Optional.empty(),
            OptionalLong.empty());
    List<OperationImage> images =
        List.of(states).stream()
            .map(
                state ->
                    new OperationImage(
                        "mcp-sandbox-go:0123456789ab",
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        state))
            .toList();
    return new Operation(1, plan, ending, images);
  }

  private static Ending ending(OptionalLong freed, OptionalLong measured) {
    return new Ending(NOW, false, freed, measured, Optional.empty());
  }

  @Test
  void withoutAnEndItIsInterruptedOnceItsProcessIsGone() {
    assertThat(operation(DEAD, Optional.empty()).interrupted()).isTrue();
    assertThat(operation(ProcessIdentity.current(), Optional.empty()).interrupted()).isFalse();
  }

  @Test
  void itsEndSaysWhetherItWasInterruptedWhoeverRunsNow() {
    assertThat(operation(DEAD, Optional.of(Ending.at(NOW))).interrupted()).isFalse();
    assertThat(
            operation(ProcessIdentity.current(), Optional.of(Ending.interrupted(NOW)))
                .interrupted())
        .isTrue();
  }

  @Test
  void onlyWhatIsDoneCountsAsDone() {
    Operation operation =
        operation(
            DEAD,
            Optional.empty(),
            new ImageState.Done(),
            new ImageState.Asked(),
            new ImageState.Done(),
            new ImageState.Failed(Optional.empty()));

    assertThat(operation.done()).isEqualTo(2);
  }

  @Test
  void theEnginesCountIsComparedWithWhatTheImagesHad() {
    assertThat(ending(OptionalLong.of(100), OptionalLong.of(130)).unexplainedBytes()).hasValue(30);
    assertThat(ending(OptionalLong.of(100), OptionalLong.of(90)).unexplainedBytes()).hasValue(-10);
  }

  @Test
  void whatIsNotKnownIsNotCompared() {
    assertThat(ending(OptionalLong.empty(), OptionalLong.of(1)).unexplainedBytes()).isEmpty();
    assertThat(ending(OptionalLong.of(1), OptionalLong.empty()).unexplainedBytes()).isEmpty();
  }

  @Test
  void aPolicySaysWhatKindOfRemovalItIs() {
    RemovalPolicy.Rule rule = new RemovalPolicy.KeepNewest(3);

    assertThat(OperationKind.of(rule)).isEqualTo(OperationKind.PRUNE);
    assertThat(OperationKind.of(RemovalPolicy.Prune.by(rule))).isEqualTo(OperationKind.PRUNE);
    assertThat(OperationKind.of(new RemovalPolicy.Everything())).isEqualTo(OperationKind.CLEAR);
    assertThat(OperationKind.of(new RemovalPolicy.Chosen(Set.of())))
        .isEqualTo(OperationKind.REMOVE);
  }
}
