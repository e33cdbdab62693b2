package io.github.sandboxcache.ui.orphans;

import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Clock;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/**
 * The list of what failed saves left, with what is inside and what can be done: a popover, or a
 * part of a page. While it is in a window, images are read.
 */
public final class OrphansController {
  private static final double ROW_HEIGHT = 32;
  private static final int MAX_ROWS = 10;
  private static final double MIN_WIDTH_FOR_AGE = 600;

  private final OrphansModel model;
  private final ObservableBooleanValue busy;
  private final Optional<Runnable> close;
  private final UiTexts texts;
  private final Clock clock;
  private Subscription following = Subscription.EMPTY;
  private Subscription looking = Subscription.EMPTY;

  @FXML private Region root;
  @FXML private Node closeIcon;
  @FXML private Node why;
  @FXML private Node age;
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
   * @param close closes it; empty where it is a part of a page
   */
  public OrphansController(
      OrphansModel model,
      ObservableBooleanValue busy,
      Optional<Runnable> close,
      UiTexts texts,
      Clock clock) {
    this.model = model;
    this.busy = busy;
    this.close = close;
    this.texts = texts;
    this.clock = clock;
  }

  @FXML
  void initialize() {
    list.setFixedCellSize(ROW_HEIGHT);
    BooleanBinding wide = list.widthProperty().greaterThanOrEqualTo(MIN_WIDTH_FOR_AGE);
    list.setCellFactory(_ -> new OrphanCell(wide, texts, clock));
    age.visibleProperty().bind(wide);
    age.managedProperty().bind(wide);
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
    if (close.isPresent()) {
      Nodes.focusFirst(root, list::requestFocus);
    } else {
      root.getStyleClass().setAll("card", "orphans-card");
      Nodes.show(closeIcon, false);
      Nodes.show(why, false);
    }
    root.sceneProperty().subscribe(scene -> look(scene != null));
  }

  private void look(boolean shown) {
    looking.unsubscribe();
    looking = shown ? model.look() : Subscription.EMPTY;
  }

  private ObservableValue<Boolean> busyOr(boolean none) {
    return Bindings.createBooleanBinding(() -> none || busy.get(), busy);
  }

  /** Lets go of the model, once it is closed. */
  public void closed() {
    following.unsubscribe();
    look(false);
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
    close.ifPresent(Runnable::run);
    model.name();
  }

  @FXML
  void remove() {
    close.ifPresent(Runnable::run);
    model.remove();
  }
}
