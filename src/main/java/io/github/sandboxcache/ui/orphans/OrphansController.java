package io.github.sandboxcache.ui.orphans;

import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Clock;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** The list of what failed saves left, with what is inside and what can be done. */
public final class OrphansController {
  private static final double ROW_HEIGHT = 32;
  private static final int MAX_ROWS = 10;

  private final OrphansModel model;
  private final ObservableBooleanValue busy;
  private final Runnable close;
  private final UiTexts texts;
  private final Clock clock;
  private Subscription following = Subscription.EMPTY;

  @FXML private Region root;
  @FXML private Label count;
  @FXML private Button name;
  @FXML private Button remove;
  @FXML private ProgressBar progress;
  @FXML private ListView<OrphansView.Row> list;
  @FXML private Label note;
  @FXML private Label frees;

  /**
   * The list of that model.
   *
   * @param busy whether something is being removed already, so that nothing else can be
   * @param close closes it
   */
  public OrphansController(
      OrphansModel model, ObservableBooleanValue busy, Runnable close, UiTexts texts, Clock clock) {
    this.model = model;
    this.busy = busy;
    this.close = close;
    this.texts = texts;
    this.clock = clock;
  }

  @FXML
  void initialize() {
    list.setFixedCellSize(ROW_HEIGHT);
    list.setCellFactory(_ -> new OrphanCell(texts, clock));
    following =
        Subscription.combine(
            model.viewProperty().subscribe(this::show),
            model.readingProperty().subscribe(this::showReading));
    remove
        .disableProperty()
        .bind(
            model
                .viewProperty()
                .map(view -> view.plan().removals().isEmpty())
                .flatMap(none -> busyOr(none)));
    Nodes.focusFirst(root, list::requestFocus);
    model.look();
  }

  private javafx.beans.value.ObservableValue<Boolean> busyOr(boolean none) {
    return javafx.beans.binding.Bindings.createBooleanBinding(() -> none || busy.get(), busy);
  }

  /** Lets go of the model, once it is closed. */
  public void closed() {
    following.unsubscribe();
    model.lookAway();
  }

  private void show(OrphansView view) {
    int images = view.rows().size();
    list.getItems().setAll(view.rows());
    double height = ROW_HEIGHT * Math.clamp(images, 1, MAX_ROWS) + 2;
    list.setMinHeight(Math.min(height, 4 * ROW_HEIGHT));
    list.setPrefHeight(height);
    count.setText(texts.text("orphans.count", images));
    int nameable = view.nameable().size();
    name.setText(texts.text("orphans.name", nameable));
    name.setDisable(nameable == 0);
    int going = view.plan().removals().size();
    remove.setText(texts.text("orphans.remove", going));
    frees.setText(
        going == 0
            ? texts.text("frees.nothing")
            : texts.text("orphans.frees", ByteText.exact(view.plan().frees())));
    frees.setTooltip(new Tooltip(frees.getText()));
    showNote();
  }

  private void showReading(boolean reading) {
    Nodes.show(progress, reading);
    showNote();
  }

  private void showNote() {
    note.setText(texts.text(model.readingProperty().get() ? "orphans.reading" : "orphans.note"));
  }

  @FXML
  void name() {
    close.run();
    model.name();
  }

  @FXML
  void remove() {
    close.run();
    model.remove();
  }
}
