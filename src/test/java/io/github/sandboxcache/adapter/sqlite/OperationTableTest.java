package io.github.sandboxcache.adapter.sqlite;

import static io.github.sandboxcache.adapter.sqlite.LedgerFacts.NOON;
import static io.github.sandboxcache.adapter.sqlite.LedgerFacts.SIX;
import static io.github.sandboxcache.adapter.sqlite.LedgerFacts.fact;
import static io.github.sandboxcache.adapter.sqlite.LedgerFacts.facts;
import static io.github.sandboxcache.adapter.sqlite.LedgerFacts.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.cache.PackagesFrom;
import io.github.sandboxcache.domain.contents.Ecosystem;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import io.github.sandboxcache.domain.history.ImageRecipe;
import io.github.sandboxcache.domain.history.ImageState;
import io.github.sandboxcache.domain.history.Operation;
import io.github.sandboxcache.domain.history.Operation.Ending;
import io.github.sandboxcache.domain.history.OperationImage;
import io.github.sandboxcache.domain.history.OperationKind;
import io.github.sandboxcache.domain.history.OperationPlan;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.history.PlannedImage;
import io.github.sandboxcache.domain.history.ProcessIdentity;
import io.github.sandboxcache.domain.history.RemovedImage;
import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal on disk: written ahead, and read after any end of the process. */
class OperationTableTest {
  private static final String ENGINE = "unix:///x";
  private static final ImageRecipe RECIPE =
      new ImageRecipe(
          reference(),
          "sha256:1",
          Optional.of(new AskedPackages(SIX, PackagesFrom.LABEL)),
          Optional.of(
              List.of(
                  new InstalledPackage(
                      Ecosystem.PYTHON, "six", "1.16", OptionalLong.of(7), true, List.of("\n,\"")),
                  new InstalledPackage(
                      Ecosystem.NPM, "", "", OptionalLong.empty(), false, List.of()))),
          Optional.of("python:3.13"),
          Optional.empty(),
          Map.of("a", "b", "", "\""));
  private static final ImageRecipe NOTHING_KNOWN =
      new ImageRecipe(
          reference(),
          "sha256:2",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of());

  @TempDir private Path directory = Path.of("");

  @Test
  void whatWasWrittenAheadIsThereAfterTheDeathOfItsProcess() {
    OperationPlan plan = plan(OperationKind.CLEAR, NOON);
    long id;
    try (SqliteLedger dying = open()) {
      id = dying.begin(plan, removals(RECIPE, NOTHING_KNOWN));
      dying.asking(id, 1);
    }
    try (SqliteLedger next = open()) {
      Operation operation = only(next);
      assertThat(operation.id()).isEqualTo(id);
      assertThat(operation.plan()).isEqualTo(plan);
      assertThat(operation.ending()).isEmpty();
      assertThat(operation.images())
          .containsExactly(
              new OperationImage(
                  reference().toString(),
                  Optional.of("sha256:1"),
                  Optional.of(SIX),
                  OptionalLong.of(412),
                  new ImageState.Planned()),
              new OperationImage(
                  reference().toString(),
                  Optional.of("sha256:2"),
                  Optional.empty(),
                  OptionalLong.of(412),
                  new ImageState.Asked()));
      assertThat(next.unsettled(ENGINE)).containsExactly(operation);
      assertThat(next.unsettled("unix:///another")).isEmpty();
    }
  }

  @Test
  void anOperationIsWrittenAheadInOneTransaction() {
    try (SqliteLedger ledger = open()) {
      AtomicInteger transactions = new AtomicInteger();
      Runnable end = ledger.onWrite(transactions::incrementAndGet);
      ledger.begin(plan(OperationKind.PRUNE, NOON), removals(RECIPE, RECIPE, RECIPE));
      end.run();
      assertThat(transactions).hasValue(1);
    }
  }

  @Test
  void recipesComeBackAsTheyWere() {
    try (SqliteLedger ledger = open()) {
      long id = ledger.begin(plan(OperationKind.PRUNE, NOON), removals(RECIPE, NOTHING_KNOWN));
      ledger.settle(id, 0, new ImageState.Done(), List.of());
      ledger.settle(id, 1, new ImageState.Done(), List.of());
      assertThat(ledger.removedBy(id))
          .containsExactly(
              new RemovedImage(id, RECIPE, NOON, OptionalLong.of(412), false),
              new RemovedImage(id, NOTHING_KNOWN, NOON, OptionalLong.of(412), false));
      assertThat(ledger.removed(ENGINE, 1))
          .extracting(RemovedImage::recipe)
          .containsExactly(RECIPE);
      assertThat(ledger.removed("unix:///another", 9)).isEmpty();
    }
  }

  @Test
  void onlyWhatWentIsRemoved() {
    try (SqliteLedger ledger = open()) {
      long id = ledger.begin(plan(OperationKind.PRUNE, NOON), removals(RECIPE, RECIPE, RECIPE));
      ledger.asking(id, 1);
      ledger.settle(id, 2, new ImageState.Kept(new KeepReason.Pinned()), List.of());
      long install =
          ledger.begin(
              plan(OperationKind.INSTALL, NOON),
              List.of(new PlannedImage.ToMake(reference(), SIX)));
      ledger.settle(install, 0, new ImageState.Done(), List.of());
      assertThat(ledger.removed(ENGINE, 9)).isEmpty();
    }
  }

  @Test
  void whatThisAppMadeAgainIsToldApart() {
    try (SqliteLedger ledger = open()) {
      long prune = ledger.begin(plan(OperationKind.PRUNE, NOON), removals(RECIPE));
      ledger.settle(prune, 0, new ImageState.Done(), List.of());
      long restore =
          ledger.begin(
              plan(OperationKind.RESTORE, NOON),
              List.of(new PlannedImage.ToMake(reference(), SIX)));
      assertThat(ledger.removedBy(prune)).noneMatch(RemovedImage::madeAgain);
      ledger.settle(restore, 0, new ImageState.Done(), List.of());
      assertThat(ledger.removedBy(prune)).allMatch(RemovedImage::madeAgain);
      long again = ledger.begin(plan(OperationKind.REMOVE, NOON), removals(RECIPE));
      ledger.settle(again, 0, new ImageState.Done(), List.of());
      assertThat(ledger.removedBy(again)).noneMatch(RemovedImage::madeAgain);
    }
  }

  @Test
  void anImageAndItsFactAreSettledTogetherAndOnce() {
    try (SqliteLedger ledger = open()) {
      long id = ledger.begin(plan(OperationKind.REMOVE, NOON), removals(RECIPE));
      ledger.asking(id, 0);
      assertThat(ledger.settle(id, 0, new ImageState.Done(), List.of(fact(FactKind.REMOVED))))
          .isTrue();
      assertThat(ledger.settle(id, 0, new ImageState.Done(), List.of(fact(FactKind.REMOVED))))
          .isFalse();
      assertThat(facts(ledger)).hasSize(1);
    }
  }

  @Test
  void anEndedOperationIsUnsettledForAsLongAsItIsNotKnownWhatBecameOfAnImage() {
    try (SqliteLedger ledger = open()) {
      long id = ledger.begin(plan(OperationKind.REMOVE, NOON), removals(RECIPE));
      ledger.settle(id, 0, new ImageState.Unknown(Optional.of("timeout")), List.of());
      Ending ending =
          new Ending(
              NOON.plusSeconds(9),
              false,
              OptionalLong.of(412),
              OptionalLong.of(-3),
              Optional.of("no answer"));
      ledger.end(id, ending);
      assertThat(only(ledger).ending()).contains(ending);
      assertThat(ledger.unsettled(ENGINE)).hasSize(1);
      ledger.settle(id, 0, new ImageState.Failed(Optional.empty()), List.of());
      assertThat(ledger.unsettled(ENGINE)).isEmpty();
    }
  }

  @Test
  void theNewestComeFirst() {
    try (SqliteLedger ledger = open()) {
      long one = ledger.begin(plan(OperationKind.INSTALL, NOON), List.of());
      long two = ledger.begin(plan(OperationKind.INSTALL, NOON), List.of());
      assertThat(ledger.operations(Optional.empty(), 9))
          .extracting(Operation::id)
          .containsExactly(two, one);
      assertThat(ledger.operations(Optional.of(ENGINE), 1))
          .extracting(Operation::id)
          .containsExactly(two);
      assertThat(ledger.operations(Optional.of("unix:///another"), 9)).isEmpty();
    }
  }

  @Test
  void whatHadNothingToDoIsForgottenAndItsNumberIsNotGivenAgain() {
    try (SqliteLedger ledger = open()) {
      long id =
          ledger.begin(
              plan(OperationKind.INSTALL, NOON),
              List.of(new PlannedImage.ToMake(reference(), SIX)));
      ledger.discard(id);
      assertThat(ledger.operations(Optional.empty(), 9)).isEmpty();
      assertThat(ledger.begin(plan(OperationKind.CLEAR, NOON), List.of())).isGreaterThan(id);
      assertThat(only(ledger).images()).isEmpty();
    }
  }

  @Test
  void whatEndedIsForgottenWithTheFactsOfItsTimeAndWhatHasNotIsKept() {
    try (SqliteLedger ledger = open()) {
      ledger.record(List.of(fact(FactKind.HIT)));
      Instant old = NOON.minus(Duration.ofDays(100));
      long ended = ledger.begin(plan(OperationKind.PRUNE, old), removals(RECIPE));
      ledger.end(ended, Ending.at(old));
      long unfinished = ledger.begin(plan(OperationKind.CLEAR, old), removals(RECIPE));
      long young = ledger.begin(plan(OperationKind.PRUNE, NOON), removals(RECIPE));
      ledger.end(young, Ending.at(NOON));
      ledger.forgetFactsBefore(NOON.minus(Duration.ofDays(90)));
      assertThat(ledger.operations(Optional.empty(), 9))
          .extracting(Operation::id)
          .containsExactly(young, unfinished);
    }
  }

  @Test
  void whatAnOlderVersionLeftUnsettledIsSettledAsAnOperationOfADeadProcess() throws Exception {
    try (Connection old =
        DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("usage.db"))) {
      Sql sql = new Sql(old);
      Schema.migrate(sql, 4);
      sql.runScript(
          """
          INSERT INTO pending_fact VALUES
            (11, %1$d, 5, 'python', '0123456789ab', 'sha256:1', NULL, 7, 'APP', 'unix:///x'),
            (12, %1$d, 5, 'go', '0123456789ab', NULL, NULL, NULL, 'APP', 'unix:///x'),
            (13, %1$d, 5, 'go', '0123456789ab', NULL, NULL, NULL, 'APP', 'unix:///y');
          """
              .formatted(NOON.toEpochMilli()));
    }
    try (SqliteLedger ledger = open()) {
      List<Operation> unsettled = ledger.unsettled(ENGINE);
      assertThat(unsettled).hasSize(1);
      Operation operation = unsettled.getFirst();
      assertThat(operation.plan().origin()).isEqualTo(Origin.UNKNOWN);
      assertThat(operation.plan().begun()).isEqualTo(NOON);
      assertThat(operation.plan().process().isAlive()).isFalse();
      assertThat(operation.images())
          .containsExactly(
              new OperationImage(
                  "mcp-sandbox-python:0123456789ab",
                  Optional.of("sha256:1"),
                  Optional.empty(),
                  OptionalLong.of(7),
                  new ImageState.Asked()),
              new OperationImage(
                  "mcp-sandbox-go:0123456789ab",
                  Optional.empty(),
                  Optional.empty(),
                  OptionalLong.empty(),
                  new ImageState.Asked()));
      assertThat(ledger.unsettled("unix:///y")).hasSize(1);
    }
  }

  @Test
  void foreignWordsAreCutAndWhatNobodyOfUsWroteIsNotRead() throws Exception {
    try (SqliteLedger ledger = open()) {
      long id = ledger.begin(plan(OperationKind.REMOVE, NOON), removals(RECIPE));
      ledger.settle(id, 0, new ImageState.Failed(Optional.of("x".repeat(9_999))), List.of());
      assertThat(only(ledger).images().getFirst().state())
          .isEqualTo(new ImageState.Failed(Optional.of("x".repeat(500))));
    }
    try (Connection other =
        DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("usage.db"))) {
      other.createStatement().execute("UPDATE operation_image SET state = 'kept'");
    }
    try (SqliteLedger ledger = open()) {
      assertThatThrownBy(() -> only(ledger)).isInstanceOf(UsageLedgerException.class);
    }
  }

  @Test
  void twoProcessesThatTakeOneAddressOverAtOnceLeaveAllOfItWithOneEngine() throws Exception {
    try (SqliteLedger one = open();
        SqliteLedger other = open()) {
      for (int i = 0; i < 20; i++) {
        one.begin(plan(OperationKind.CLEAR, NOON), removals(RECIPE));
      }
      Thread second = Thread.ofPlatform().start(() -> other.takeOver(Set.of(ENGINE), "id:b"));
      one.takeOver(Set.of(ENGINE), "id:a");
      second.join();
      assertThat(
              List.of(
                  one.operations(Optional.of("id:a"), 99).size(),
                  one.operations(Optional.of("id:b"), 99).size()))
          .containsExactlyInAnyOrder(20, 0);
      assertThat(one.operations(Optional.of(ENGINE), 99)).isEmpty();
      assertThat(one.operations(Optional.empty(), 99))
          .allSatisfy(operation -> assertThat(operation.plan().engine()).isEqualTo(ENGINE));
    }
  }

  /** Reading a history writes nothing, also where there is no room to write. */
  @Test
  void whereNothingIsToBeTakenOverNothingIsWritten() {
    try (SqliteLedger ledger = open()) {
      ledger.begin(plan(OperationKind.CLEAR, NOON), removals(RECIPE));
      ledger.takeOver(Set.of(ENGINE), "id:a");
      long before = ledger.changeCount();
      ledger.takeOver(Set.of(ENGINE), "id:a");
      ledger.takeOver(Set.of(ENGINE), "id:b");
      assertThat(ledger.changeCount()).isEqualTo(before);
      assertThat(ledger.operations(Optional.of("id:a"), 9)).hasSize(1);
    }
  }

  private SqliteLedger open() {
    return LedgerFacts.open(directory.resolve("usage.db"));
  }

  private static Operation only(SqliteLedger ledger) {
    List<Operation> operations = ledger.operations(Optional.empty(), 9);
    assertThat(operations).hasSize(1);
    return operations.getFirst();
  }

  private static OperationPlan plan(OperationKind kind, Instant begun) {
    return new OperationPlan(
        kind,
        Origin.COMMAND_LINE,
        ENGINE,
        ProcessIdentity.current(),
        begun,
        Optional.empty(),
        OptionalLong.of(1_000));
  }

  private static List<PlannedImage> removals(ImageRecipe... recipes) {
    return Stream.of(recipes)
        .<PlannedImage>map(recipe -> new PlannedImage.ToRemove(recipe, OptionalLong.of(412)))
        .toList();
  }
}
