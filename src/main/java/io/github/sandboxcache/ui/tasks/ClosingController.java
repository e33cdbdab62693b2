package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.service.TaskDescription;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.TaskItem;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Asks whether tasks are to be cancelled so that the window can close. Enter keeps it open. */
public final class ClosingController {
  private static final double ICON_GAP = 8;

  private final ObservableList<TaskItem> underWay;
  private boolean stopping;
  private final Runnable closeAnyway;
  private final UiTexts texts;

  @FXML private VBox root;
  @FXML private Label title;
  @FXML private VBox tasks;
  @FXML private Label foot;
  @FXML private Button keep;
  @FXML private Button confirm;

  ClosingController(ObservableList<TaskItem> underWay, Runnable closeAnyway, UiTexts texts) {
    this.underWay = underWay;
    this.closeAnyway = closeAnyway;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    int count = underWay.size();
    title.setText(texts.text("closing.title", count));
    TaskTitles words = new TaskTitles(texts);
    underWay.forEach(task -> tasks.getChildren().add(row(words, task.description())));
    foot.setText(texts.text("closing.foot", count));
    confirm.setText(texts.text("closing.do", count));
    Nodes.focusFirst(root, keep::requestFocus);
  }

  /** The second press is for tasks that do not end, as when the engine no longer answers. */
  @FXML
  void confirm() {
    if (stopping) {
      closeAnyway.run();
      return;
    }
    foot.setText(texts.text("closing.stopping"));
    confirm.setText(texts.text("closing.anyway"));
    stopping = true;
    List.copyOf(underWay).forEach(TaskItem::cancel);
  }

  private static Node row(TaskTitles words, TaskDescription task) {
    Label row = new Label(words.title(task), new Icon(TaskTitles.icon(task), Icon.ROW_SIZE));
    row.getStyleClass().add("removal-row");
    row.setGraphicTextGap(ICON_GAP);
    row.setMinWidth(0);
    return row;
  }
}
