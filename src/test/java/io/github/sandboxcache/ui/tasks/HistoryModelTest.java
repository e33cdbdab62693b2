package io.github.sandboxcache.ui.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.history.ImageState;
import io.github.sandboxcache.domain.history.Operation;
import io.github.sandboxcache.domain.history.Operation.Ending;
import io.github.sandboxcache.domain.history.OperationKind;
import io.github.sandboxcache.domain.history.OperationPlan;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.history.PlannedImage;
import io.github.sandboxcache.domain.history.ProcessIdentity;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.task.TaskResult;
import io.github.sandboxcache.service.BackgroundTask;
import io.github.sandboxcache.service.TaskDescription;
import io.github.sandboxcache.service.TaskDescription.Kind;
import io.github.sandboxcache.service.TaskRunner;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.text.InstallText;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.EngineOpener;
import io.github.sandboxcache.ui.base.TaskItem;
import io.github.sandboxcache.ui.base.TasksModel;
import io.github.sandboxcache.ui.base.TestThreads;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The history is there without an engine, page by page, and tells nothing that a card tells. */
class HistoryModelTest {
  private static final InstallRequest REQUEST = InstallRequest.of(Language.RUST, List.of("axum"));

  private final Clock clock = Clock.systemUTC();
  private final SqliteLedger ledger = Ledgers.empty();
  private final TasksModel tasks = new TasksModel(clock, TestThreads.direct(), () -> {});
  private final EngineModel engine =
      new EngineModel(
          new EngineOpener(
              _ -> {
                throw new AssertionError("no engine is looked for");
              },
              () -> {
                throw new AssertionError("no sample is opened");
              },
              _ -> {
                throw new AssertionError("no session is opened");
              }),
          TestThreads.direct(),
          clock);

  private HistoryModel model() {
    return new HistoryModel(engine, ledger, tasks, TestThreads.direct());
  }

  private long install(ProcessIdentity process) {
    long id =
        ledger.begin(
            new OperationPlan(
                OperationKind.INSTALL,
                Origin.WINDOW,
                "unix:///x",
                process,
                clock.instant(),
                Optional.empty(),
                OptionalLong.empty()),
            List.of(new PlannedImage.ToMake(REQUEST.reference(), REQUEST.packages())));
    ledger.settle(id, 0, new ImageState.Done(), List.of());
    ledger.end(id, Ending.at(clock.instant()));
    return id;
  }

  /** A task of the window that does it, with that result. */
  private TaskItem installByTask(TaskResult result) {
    BackgroundTask task =
        new TaskRunner(clock, InstallText::of)
            .start(
                new TaskDescription(Kind.INSTALL, REQUEST.packages(), "rust", 0),
                (_, _) -> {
                  long _ = install(ProcessIdentity.current());
                  return result;
                });
    TaskItem item = tasks.add(task, Optional.empty(), Set.of());
    task.ended().join();
    return item;
  }

  @Test
  void whatWasDoneBeforeIsThereWithoutAnEngineNewestFirst() {
    long one = install(ProcessIdentity.current());
    long two = install(ProcessIdentity.current());
    assertThat(model().viewProperty().get().operations())
        .extracting(Operation::id)
        .containsExactly(two, one);
  }

  @Test
  void whatIsOlderIsShownOnDemand() {
    for (int i = 0; i < 25; i++) {
      install(ProcessIdentity.current());
    }
    HistoryModel model = model();
    assertThat(model.viewProperty().get().operations()).hasSize(20);
    assertThat(model.viewProperty().get().more()).isTrue();
    model.showOlder();
    assertThat(model.viewProperty().get().operations()).hasSize(25);
    assertThat(model.viewProperty().get().more()).isFalse();
  }

  @Test
  void whatSucceededIsToldByTheHistory() {
    HistoryModel model = model();
    TaskItem done = installByTask(InstallResult.installed(REQUEST, Duration.ZERO));
    assertThat(model.viewProperty().get().operations()).hasSize(1);
    assertThat(model.tellsOf(done)).isTrue();
  }

  @Test
  void whatFailedIsToldByItsCardUntilThatIsDismissed() {
    HistoryModel model = model();
    TaskItem failed = installByTask(InstallResult.failed(Duration.ZERO, List.of()));
    assertThat(model.viewProperty().get().operations()).isEmpty();
    tasks.dismiss(failed);
    assertThat(model.viewProperty().get().operations()).hasSize(1);
  }

  @Test
  void whatAnotherProcessDidIsNoTaskOfThisWindow() {
    HistoryModel model = model();
    TaskItem failed = installByTask(InstallResult.failed(Duration.ZERO, List.of()));
    install(new ProcessIdentity(Long.MAX_VALUE, Optional.empty()));
    model.showOlder();
    assertThat(model.viewProperty().get().operations()).hasSize(1);
    assertThat(model.tellsOf(failed)).isFalse();
  }
}
