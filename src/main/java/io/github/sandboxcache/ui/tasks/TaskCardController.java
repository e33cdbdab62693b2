package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.service.TaskDescription.Kind;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.LanguageLook;
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
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
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
  @FXML private Region dot;
  @FXML private Label title;
  @FXML private Label when;
  @FXML private Button undo;
  @FXML private Button cancel;
  @FXML private Button close;
  @FXML private ProgressBar bar;
  @FXML private HBox detailLine;
  @FXML private Label detail;
  @FXML private Label side;
  @FXML private VBox failure;
  @FXML private Label remedy;
  @FXML private Label about;
  @FXML private HBox buttons;
  @FXML private Pane choices;
  @FXML private Button retry;
  @FXML private Button restoreRemoved;
  @FXML private ToggleButton showLog;
  @FXML private ToggleButton showNotes;
  @FXML private Button dismiss;
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
                      log.ifPresent(view -> view.show(TaskLog.of(entry, texts)));
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
    showMark(card);
    title.setText(card.title());
    title.setTooltip(new Tooltip(String.join(", ", entry.description().subjects())));
    when.setText(card.side());
    Nodes.show(when, !card.side().isEmpty());
    showBar(card.bar());
    detail.setText(card.detail());
    side.setText(card.elapsed());
    Nodes.show(detailLine, !card.detail().isEmpty());
    card.failure().ifPresent(this::showFailure);
    Nodes.show(failure, card.failure().isPresent());
    Nodes.show(undo, card.actions().contains(Action.UNDO));
    Nodes.show(cancel, card.actions().contains(Action.CANCEL));
    showButtons(card);
    showNotes(card.notes());
  }

  private void showMark(TaskCard card) {
    boolean making =
        entry.description().kind() == Kind.INSTALL && card.bar() instanceof Bar.Running;
    mark.setName(card.mark().icon());
    Nodes.style(mark, "icon", card.mark().style());
    mark.setVisible(!making);
    Nodes.style(
        dot,
        "dot",
        Language.parse(entry.description().language())
            .map(LanguageLook::styleClass)
            .orElse(LanguageLook.UNKNOWN));
    Nodes.show(dot, making);
  }

  private void showFailure(TaskFailure shown) {
    remedy.setText(shown.remedy());
    Nodes.show(remedy, !shown.remedy().isEmpty());
    about.setText(shown.about());
  }

  /** What failed is dismissed by a word beside the others, what is done by a cross. */
  private void showButtons(TaskCard card) {
    boolean failed = card.failure().isPresent();
    Nodes.show(close, card.actions().contains(Action.DISMISS) && !failed);
    Nodes.show(dismiss, failed);
    Nodes.show(retry, card.actions().contains(Action.RETRY));
    Nodes.show(restoreRemoved, card.actions().contains(Action.RESTORE));
    Nodes.show(showLog, card.actions().contains(Action.SHOW_LOG));
    Nodes.show(showNotes, !card.notes().isEmpty());
    Nodes.show(buttons, failed || choices.getChildren().stream().anyMatch(Node::isManaged));
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
    showLog.setText(texts.text(open ? "activity.log.hide" : "activity.log"));
    if (!open) {
      logHolder.getChildren().clear();
      log = Optional.empty();
      return;
    }
    LogView view = new LogView();
    view.setPrefHeight(LOG_HEIGHT);
    view.setMinHeight(LOG_HEIGHT);
    view.setAccessibleText(texts.text("install.log"));
    view.show(TaskLog.of(entry, texts));
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
