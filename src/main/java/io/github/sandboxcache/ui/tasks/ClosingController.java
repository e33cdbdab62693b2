package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.service.TaskDescription;
import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.InitialFocus;
import io.github.sandboxcache.ui.base.UiTexts;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks whether tasks are to be cancelled so that the window can close. Enter keeps it open. */
public final class ClosingController {
  private static final double ICON_GAP = 8;

  private final ClosingModel model;
  private final Runnable keepOpen;
  private final Runnable closeAnyway;
  private final UiTexts texts;

  @FXML private VBox root;
  @FXML private Label title;
  @FXML private VBox tasks;
  @FXML private Label foot;
  @FXML private Button keep;
  @FXML private Button confirm;

  ClosingController(ClosingModel model, Runnable keepOpen, Runnable closeAnyway, UiTexts texts) {
    this.model = model;
    this.keepOpen = keepOpen;
    this.closeAnyway = closeAnyway;
    this.texts = texts;
  }

  /** The dialog for what is under way now. */
  static Region dialog(ClosingModel model, Runnable keepOpen, Runnable closeAnyway, UiTexts texts) {
    return (Region)
        new FxmlViews(texts)
            .with(
                ClosingController.class,
                () -> new ClosingController(model, keepOpen, closeAnyway, texts))
            .load(ClosingController.class)
            .root();
  }

  @FXML
  void initialize() {
    int count = model.tasks().size();
    title.setText(texts.text("closing.title", count));
    TaskCardText words = new TaskCardText(texts);
    tasks.getChildren().setAll(model.tasks().stream().map(task -> row(words, task)).toList());
    foot.setText(texts.text("closing.foot", count));
    confirm.setText(texts.text("closing.do", count));
    InitialFocus.in(root, keep::requestFocus);
  }

  @FXML
  void keepOpen() {
    keepOpen.run();
  }

  /** The second press is for tasks that do not end, as when the engine no longer answers. */
  @FXML
  void confirm() {
    if (model.stoppingProperty().get()) {
      closeAnyway.run();
      return;
    }
    foot.setText(texts.text("closing.stopping"));
    confirm.setText(texts.text("closing.anyway"));
    model.stop();
  }

  private static Node row(TaskCardText words, TaskDescription task) {
    Label row = new Label(words.title(task), new Icon(TaskCardText.icon(task), Icon.ROW_SIZE));
    row.getStyleClass().add("clear-row");
    row.setGraphicTextGap(ICON_GAP);
    row.setMinWidth(0);
    return row;
  }
}
