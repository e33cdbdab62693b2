package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.FxmlViews.LoadedView;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.TaskItem;
import io.github.sandboxcache.ui.base.TasksModel;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The panel of all tasks, and of what was done before. */
public final class ActivityController {
  private final TasksModel model;
  private final Past past;
  private final Ticker ticker;
  private final UiTexts texts;
  private final Consumer<TaskItem> restore;
  private final Runnable close;
  private final Map<TaskItem, LoadedView<TaskCardController>> cards = new HashMap<>();

  @FXML private VBox root;
  @FXML private Button clearFinished;
  @FXML private VBox empty;
  @FXML private Label runningTitle;
  @FXML private VBox running;
  @FXML private Label failedTitle;
  @FXML private VBox failed;
  @FXML private Label finishedTitle;
  @FXML private VBox finished;
  @FXML private VBox history;

  /**
   * What was done before.
   *
   * @param keptDays how many days it reaches back
   * @param export takes all of it out of the window
   * @param restore makes removed images again
   */
  public record Past(
      HistoryModel model,
      HistoryExport export,
      ObservableValue<Integer> keptDays,
      Consumer<List<CacheReference>> restore) {}

  /**
   * The panel's controller.
   *
   * @param past what was done before
   * @param ticker the time, for ages
   * @param restore makes again what a task removed
   * @param close takes the panel away
   */
  public ActivityController(
      TasksModel model,
      Past past,
      Ticker ticker,
      UiTexts texts,
      Consumer<TaskItem> restore,
      Runnable close) {
    this.restore = restore;
    this.model = model;
    this.past = past;
    this.ticker = ticker;
    this.texts = texts;
    this.close = close;
  }

  @FXML
  void initialize() {
    List.of(model.running(), model.failed(), model.finished())
        .forEach(list -> list.addListener((ListChangeListener<TaskItem>) _ -> show()));
    history
        .getChildren()
        .add(
            new FxmlViews(texts)
                .with(HistoryController.class, () -> new HistoryController(past, ticker, texts))
                .load(HistoryController.class)
                .root());
    past.model().viewProperty().subscribe(this::show);
    root.sceneProperty().addListener((_, _, _) -> Platform.runLater(this::leave));
  }

  /** Who takes the panel away has seen what is in it; one that only moves is in a scene again. */
  private void leave() {
    if (root.getScene() == null) {
      model.lookedAtFailures();
    }
  }

  @FXML
  void close() {
    close.run();
  }

  @FXML
  void clearFinished() {
    model.clearFinished();
  }

  private void show() {
    section(runningTitle, running, model.running());
    section(failedTitle, failed, model.failed());
    // What the history tells is not told twice.
    List<TaskItem> onlyHere =
        model.finished().stream().filter(task -> !past.model().tellsOf(task)).toList();
    section(finishedTitle, finished, onlyHere);
    boolean nothing =
        model.running().isEmpty()
            && model.failed().isEmpty()
            && onlyHere.isEmpty()
            && past.model().viewProperty().get().operations().isEmpty();
    Nodes.show(empty, nothing);
    clearFinished.setVisible(!onlyHere.isEmpty());
    forgetGone();
  }

  private void section(Label title, VBox box, List<TaskItem> entries) {
    Nodes.show(title, !entries.isEmpty());
    List<Node> nodes = entries.stream().<Node>map(entry -> card(entry).root()).toList();
    if (!box.getChildren().equals(nodes)) {
      box.getChildren().setAll(nodes);
    }
  }

  private LoadedView<TaskCardController> card(TaskItem entry) {
    return cards.computeIfAbsent(
        entry,
        _ ->
            new FxmlViews(texts)
                .with(
                    TaskCardController.class,
                    () -> new TaskCardController(entry, model, ticker, texts, restore))
                .load(TaskCardController.class));
  }

  private void forgetGone() {
    List<TaskItem> gone =
        cards.keySet().stream()
            .filter(
                entry ->
                    !model.running().contains(entry)
                        && !model.failed().contains(entry)
                        && !model.finished().contains(entry))
            .toList();
    gone.forEach(
        entry ->
            Optional.ofNullable(cards.remove(entry)).ifPresent(card -> card.controller().gone()));
  }
}
