package io.github.sandboxcache.ui.tasks;

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
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The panel of all tasks. */
public final class ActivityController {
  private final TasksModel model;
  private final Ticker ticker;
  private final UiTexts texts;
  private final Consumer<TaskItem> restore;
  private final Runnable close;
  private final Map<TaskItem, LoadedView<TaskCardController>> cards = new HashMap<>();

  @FXML private Button clearFinished;
  @FXML private VBox empty;
  @FXML private Label runningTitle;
  @FXML private VBox running;
  @FXML private Label failedTitle;
  @FXML private VBox failed;
  @FXML private Label finishedTitle;
  @FXML private VBox finished;

  /**
   * The panel's controller.
   *
   * @param ticker the time, for ages
   * @param restore makes again what a task removed
   * @param close takes the panel away
   */
  public ActivityController(
      TasksModel model, Ticker ticker, UiTexts texts, Consumer<TaskItem> restore, Runnable close) {
    this.restore = restore;
    this.model = model;
    this.ticker = ticker;
    this.texts = texts;
    this.close = close;
  }

  @FXML
  void initialize() {
    List.of(model.running(), model.failed(), model.finished())
        .forEach(list -> list.addListener((ListChangeListener<TaskItem>) _ -> show()));
    show();
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
    section(finishedTitle, finished, model.finished());
    boolean nothing =
        model.running().isEmpty() && model.failed().isEmpty() && model.finished().isEmpty();
    Nodes.show(empty, nothing);
    clearFinished.setVisible(!model.finished().isEmpty());
    forgetGone();
  }

  private void section(Label title, VBox box, ObservableList<TaskItem> entries) {
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
