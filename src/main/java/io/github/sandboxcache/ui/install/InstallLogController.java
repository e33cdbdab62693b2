package io.github.sandboxcache.ui.install;

import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.tasks.LogView;
import io.github.sandboxcache.ui.tasks.TaskFailure;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;

/** The output of an install as it comes. */
public final class InstallLogController {
  private final Consumer<String> copy;
  private final UiTexts texts;

  @FXML private ToggleButton logToggle;
  @FXML private Icon logIcon;
  @FXML private Label logTag;
  @FXML private Label logNote;
  @FXML private Node failure;
  @FXML private Label reason;
  @FXML private Label remedy;
  @FXML private Label about;
  @FXML private LogView log;

  InstallLogController(Consumer<String> copy, UiTexts texts) {
    this.copy = copy;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    logToggle.selectedProperty().subscribe(open -> logIcon.setName(open ? "down" : "right"));
  }

  @FXML
  void copyLog() {
    copy.accept(log.allLines());
  }

  /** Says why it failed, above its log; nothing of the kind for an install that did not. */
  void show(Optional<TaskFailure> why) {
    Nodes.show(failure, why.isPresent());
    reason.setText(why.map(TaskFailure::reason).orElse(""));
    remedy.setText(why.map(TaskFailure::remedy).orElse(""));
    Nodes.show(remedy, !remedy.getText().isEmpty());
    about.setText(why.map(TaskFailure::about).orElse(""));
  }

  void clear() {
    log.getItems().clear();
  }

  void show(List<String> lines) {
    log.show(lines);
  }

  void show(InstallView run) {
    logNote.setText("");
    switch (run.phase()) {
      case ASKING -> {}
      case RUNNING -> tag(texts.text("install.log.live"), "accent");
      case DONE -> tag(texts.text("install.log.done"), "ok");
      case FAILED -> {
        tag(texts.text("install.log.failed", RelativeTime.length(run.length())), "danger");
        logTag.setGraphic(new Icon("x", Icon.TAG_SIZE).styled("danger"));
      }
      case CANCELLED -> {
        tag(texts.text("install.log.cancelled"), "warn");
        logNote.setText(texts.text("install.log.nothing-kept"));
      }
    }
  }

  private void tag(String text, String style) {
    logTag.getStyleClass().setAll("label", "tag", style);
    logTag.setText(text);
    logTag.setGraphic(null);
  }
}
