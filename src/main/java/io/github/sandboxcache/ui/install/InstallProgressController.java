package io.github.sandboxcache.ui.install;

import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.text.Percent;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.List;
import java.util.OptionalDouble;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** How far an install is: three steps, one bar, one line. */
public final class InstallProgressController {
  private static final List<String> ICONS = List.of("box", "download", "layers");

  private final UiTexts texts;

  @FXML private Region runDot;
  @FXML private Label runLanguage;
  @FXML private Label runReference;
  @FXML private HBox steps;
  @FXML private ProgressBar bar;
  @FXML private Label detail;
  @FXML private Label elapsed;
  @FXML private Label percent;
  private int shownStep = -1;

  InstallProgressController(UiTexts texts) {
    this.texts = texts;
  }

  void show(InstallRequest request, InstallView run) {
    runDot.getStyleClass().setAll("dot", LanguageLook.styleClass(request.language()));
    runLanguage.setText(LanguageLook.displayName(request.language()));
    runReference.setText(request.reference().toString());
    boolean done = run.phase() == InstallView.Phase.DONE;
    bar.setProgress(done ? 1 : run.fraction().orElse(ProgressBar.INDETERMINATE_PROGRESS));
    detail.setText(detail(run));
    elapsed.setText(RelativeTime.length(run.length()));
    percent.setText(
        run.fraction().isPresent()
            ? Percent.of(OptionalDouble.of(run.fraction().getAsDouble() * 100))
            : "");
    percent.setManaged(run.fraction().isPresent());
    showSteps(run.step());
  }

  private String detail(InstallView run) {
    if (run.phase() == InstallView.Phase.DONE) {
      return texts.text("install.done");
    }
    return run.detail().isBlank()
        ? texts.text("install.step." + InstallView.STEPS.get(run.step()) + ".now")
        : run.detail();
  }

  private void showSteps(int current) {
    if (current == shownStep) {
      return;
    }
    shownStep = current;
    steps.getChildren().clear();
    for (int i = 0; i < InstallView.STEPS.size(); i++) {
      String state = i < current ? "done" : i == current ? "current" : "waiting";
      String style = i < current ? "ok" : i == current ? "accent" : "text2";
      String icon = i < current ? "check" : ICONS.get(i);
      Label label =
          new Label(
              texts.text("install.step." + InstallView.STEPS.get(i)),
              new Icon(icon, Icon.ROW_SIZE).styled(style));
      label.getStyleClass().addAll("install-step", state);
      if (i == current) {
        label.getStyleClass().add("medium");
      }
      steps.getChildren().add(label);
    }
  }
}
