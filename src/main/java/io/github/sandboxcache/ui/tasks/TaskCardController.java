package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.TaskItem;
import io.github.sandboxcache.ui.base.TasksModel;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.tasks.TaskCard.Action;
import io.github.sandboxcache.ui.tasks.TaskCard.Bar;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** One task in the activity panel. */
public final class TaskCardController {
  private static final double LOG_HEIGHT = 150;
  private static final int NOTES_SHOWN = 100;

  private final TaskItem entry;
  private final TasksModel model;
  private final Ticker ticker;
  private final UiTexts texts;
  private final TaskCardText words;
  private final Consumer<TaskItem> restore;
  private Optional<LogView> log = Optional.empty();
  private List<String> shownNotes = List.of();
  private Subscription following = Subscription.EMPTY;
  private double longestWait;

  @FXML private Icon mark;
  @FXML private Label title;
  @FXML private Label when;
  @FXML private Button undo;
  @FXML private Button cancel;
  @FXML private Button dismiss;
  @FXML private ProgressBar bar;
  @FXML private HBox detailLine;
  @FXML private Label detail;
  @FXML private Label side;
  @FXML private Label reason;
  @FXML private Label advice;
  @FXML private HBox buttons;
  @FXML private Button retry;
  @FXML private Button restoreRemoved;
  @FXML private ToggleButton showLog;
  @FXML private ToggleButton showNotes;
  @FXML private VBox notes;
  @FXML private VBox logHolder;

  TaskCardController(
      TaskItem entry, TasksModel model, Ticker ticker, UiTexts texts, Consumer<TaskItem> restore) {
    this.restore = restore;
    this.entry = entry;
    this.model = model;
    this.ticker = ticker;
    this.texts = texts;
    this.words = new TaskCardText(texts);
  }

  @FXML
  void initialize() {
    showLog.selectedProperty().addListener((_, _, open) -> openLog(open));
    following =
        Subscription.combine(
            ticker.nowProperty().subscribe(_ -> show()),
            entry
                .revisionProperty()
                .subscribe(
                    _ -> {
                      log.ifPresent(view -> view.show(entry.lines()));
                      show();
                    }));
    show();
  }

  @FXML
  void cancel() {
    entry.cancel();
  }

  @FXML
  void dismiss() {
    model.dismiss(entry);
  }

  @FXML
  void retry() {
    model.dismiss(entry);
    entry.retry().ifPresent(Runnable::run);
  }

  @FXML
  void restoreRemoved() {
    restore.accept(entry);
  }

  void gone() {
    following.unsubscribe();
  }

  private void show() {
    TaskCard card = words.card(entry, ticker.clock().instant());
    mark.setName(card.mark().icon());
    mark.getStyleClass().setAll("icon", card.mark().style());
    title.setText(card.title());
    title.setTooltip(new Tooltip(String.join(", ", entry.description().subjects())));
    boolean ended = entry.state().isEnded();
    when.setText(ended ? card.side() : "");
    Nodes.show(when, ended);
    side.setText(ended ? "" : card.side());
    showBar(card.bar());
    detail.setText(card.detail());
    Nodes.show(detailLine, !card.detail().isEmpty());
    reason.setText(card.reason());
    Nodes.show(reason, !card.reason().isEmpty());
    advice.setText(card.advice());
    Nodes.show(advice, !card.advice().isEmpty());
    Nodes.show(undo, card.actions().contains(Action.UNDO));
    Nodes.show(cancel, card.actions().contains(Action.CANCEL));
    Nodes.show(dismiss, card.actions().contains(Action.DISMISS));
    Nodes.show(retry, card.actions().contains(Action.RETRY));
    Nodes.show(restoreRemoved, card.actions().contains(Action.RESTORE));
    Nodes.show(showLog, card.actions().contains(Action.SHOW_LOG));
    Nodes.show(showNotes, !card.notes().isEmpty());
    Nodes.show(
        buttons,
        retry.isManaged()
            || restoreRemoved.isManaged()
            || showLog.isManaged()
            || showNotes.isManaged());
    showNotes(card.notes());
  }

  private void showBar(Bar shown) {
    Nodes.show(bar, !(shown instanceof Bar.None));
    bar.getStyleClass().remove("warn");
    switch (shown) {
      case Bar.None() -> {}
      case Bar.Running(var fraction) ->
          bar.setProgress(fraction.orElse(ProgressBar.INDETERMINATE_PROGRESS));
      case Bar.Counting() -> {
        double left = entry.untilStart(ticker.clock().instant()).toMillis();
        longestWait = Math.max(longestWait, left);
        bar.getStyleClass().add("warn");
        bar.setProgress(longestWait == 0 ? 0 : left / longestWait);
      }
    }
  }

  private void showNotes(List<String> lines) {
    if (Objects.equals(lines, shownNotes)) {
      return;
    }
    shownNotes = lines;
    showNotes.setText(texts.text("activity.notes", lines.size()));
    notes
        .getChildren()
        .setAll(lines.stream().limit(NOTES_SHOWN).map(TaskCardController::note).toList());
  }

  private void openLog(boolean open) {
    if (!open) {
      logHolder.getChildren().clear();
      log = Optional.empty();
      return;
    }
    LogView view = new LogView();
    view.setPrefHeight(LOG_HEIGHT);
    view.setMinHeight(LOG_HEIGHT);
    view.setAccessibleText(texts.text("install.log"));
    view.show(entry.lines());
    log = Optional.of(view);
    logHolder.getChildren().setAll(view);
  }

  private static Label note(String line) {
    Label label = new Label(line);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
