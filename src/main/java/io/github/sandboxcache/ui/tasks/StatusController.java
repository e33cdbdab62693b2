package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.service.TaskState;
import io.github.sandboxcache.text.Percent;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.MainCommands;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.TaskItem;
import io.github.sandboxcache.ui.base.TasksModel;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;

/** Shows how it stands with the engine, and the newest task under way. */
public final class StatusController {
  private final EngineModel engine;
  private final CacheModel cache;
  private final TasksModel tasks;
  private final Ticker ticker;
  private final MainCommands commands;
  private final UiTexts texts;

  @FXML private Region dot;
  @FXML private Label engineText;
  @FXML private Label refreshed;
  @FXML private Region refreshedLine;
  @FXML private Label containers;
  @FXML private Region containersLine;
  @FXML private Label pins;
  @FXML private Region pinsLine;
  @FXML private Node task;
  @FXML private Label taskText;
  @FXML private ProgressBar progress;
  @FXML private Node counts;
  @FXML private Label count;
  @FXML private Label failed;
  @FXML private Button activity;

  /** Follows engine, cache and tasks. */
  public StatusController(
      EngineModel engine,
      CacheModel cache,
      TasksModel tasks,
      Ticker ticker,
      MainCommands commands,
      UiTexts texts) {
    this.engine = engine;
    this.cache = cache;
    this.tasks = tasks;
    this.ticker = ticker;
    this.commands = commands;
    this.texts = texts;
  }

  private Optional<StatusState> shown = Optional.empty();

  /** Until then its words stay the same, unless engine or cache change. */
  private Instant due = Instant.MIN;

  @FXML
  private void initialize() {
    pins.setAccessibleText("");
    HoverTip.bind(pins, pins.accessibleTextProperty());
    InvalidationListener update = _ -> show();
    engine.statusProperty().addListener(update);
    cache.viewProperty().addListener(update);
    ticker
        .nowProperty()
        .addListener(
            (_, _, now) -> {
              if (!now.isBefore(due)) {
                show();
              }
            });
    tasks.running().addListener((InvalidationListener) _ -> showTasks());
    tasks.newFailures().addListener((InvalidationListener) _ -> showTasks());
    show();
    showTasks();
  }

  @FXML
  private void onActivity() {
    commands.toggleActivity();
  }

  private void show() {
    Instant now = ticker.now();
    due =
        StatusState.told(engine.statusProperty().get(), cache.view())
            .map(at -> now.plus(RelativeTime.staysFor(at, now)))
            .orElse(Instant.MAX);
    StatusState state = StatusState.of(engine.statusProperty().get(), cache.view(), now, texts);
    if (Optional.of(state).equals(shown)) {
      return;
    }
    shown = Optional.of(state);
    Nodes.style(dot, "dot", state.dotClass());
    engineText.setText(state.engine());
    show(refreshed, refreshedLine, state.refreshed());
    show(containers, containersLine, state.containers());
    show(pins, pinsLine, state.pins());
    pins.setAccessibleText(state.pinsDetail());
  }

  private void showTasks() {
    long underway = tasks.running().stream().filter(item -> !item.state().isEnded()).count();
    int failures = tasks.newFailures().size();
    String said =
        underway == 0
            ? texts.text("status.activity")
            : texts.text("status.activity.count", underway);
    activity.setAccessibleText(
        failures == 0 ? said : texts.text("status.activity.failed", said, failures));
    count.setText(String.valueOf(underway));
    Nodes.show(count, underway > 0);
    failed.setText(texts.text("status.failed", failures));
    Nodes.show(failed, failures > 0);
    Nodes.show(counts, underway > 0 || failures > 0);
    Optional<TaskItem> newest =
        tasks.running().stream()
            .filter(item -> item.state() instanceof TaskState.Running)
            .findFirst();
    Nodes.show(task, newest.isPresent());
    newest.ifPresent(this::showTask);
  }

  private void showTask(TaskItem item) {
    if (item.state() instanceof TaskState.Running running) {
      OptionalDouble fraction = running.progress().fraction();
      String what = TaskTitles.running(item.description(), texts);
      taskText.setText(
          fraction.isPresent()
              ? texts.text(
                  "status.task", what, Percent.of(OptionalDouble.of(fraction.getAsDouble() * 100)))
              : what);
      progress.setProgress(fraction.orElse(ProgressBar.INDETERMINATE_PROGRESS));
    }
  }

  private static void show(Label label, Region line, String text) {
    label.setText(text);
    Nodes.show(label, !text.isEmpty());
    Nodes.show(line, !text.isEmpty());
  }
}
