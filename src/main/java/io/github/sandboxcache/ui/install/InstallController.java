package io.github.sandboxcache.ui.install;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.text.PackageLabel;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.TaskItem;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.install.InstallModel.Plan;
import io.github.sandboxcache.ui.install.InstallView.Phase;
import io.github.sandboxcache.ui.tasks.FailureWords;
import io.github.sandboxcache.ui.tasks.TaskLog;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The Install dialog: asks, and then shows how the install comes along. */
public final class InstallController {
  private final InstallModel model;
  private final Function<InstallRequest, Optional<TaskItem>> start;
  private final Consumer<CacheReference> showImage;
  private final Runnable close;
  private final UiTexts texts;
  private final InstallDialogText words;
  private final FailureWords failures;
  private final Ticker ticker;
  private Optional<TaskItem> task = Optional.empty();
  private Optional<InstallRequest> requested = Optional.empty();
  private Instant started = Instant.EPOCH;
  private Subscription following = Subscription.EMPTY;

  @FXML private VBox root;
  @FXML private Label title;
  @FXML private Node form;
  @FXML private InstallFormController formController;
  @FXML private Node progress;
  @FXML private InstallProgressController progressController;
  @FXML private Node log;
  @FXML private InstallLogController logController;
  @FXML private Label foot;
  @FXML private Button secondary;
  @FXML private Button primary;

  InstallController(
      InstallModel model,
      Function<InstallRequest, Optional<TaskItem>> start,
      Consumer<CacheReference> showImage,
      Runnable close,
      UiTexts texts,
      Ticker ticker) {
    this.model = model;
    this.start = start;
    this.showImage = showImage;
    this.close = close;
    this.texts = texts;
    this.words = new InstallDialogText(texts);
    this.failures = new FailureWords(texts);
    this.ticker = ticker;
  }

  @FXML
  void initialize() {
    model.planProperty().addListener((_, _, _) -> show());
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    show();
    Nodes.focusFirst(root, formController::focusPackages);
  }

  /** Ends the following of the task; the task itself goes on. */
  void closed() {
    following.unsubscribe();
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && event.isShortcutDown() && !primary.isDisabled()) {
      primary.fire();
      event.consume();
    }
  }

  private void install() {
    model.commitEntry();
    Plan plan = model.planProperty().get();
    if (plan.installable()) {
      plan.request().ifPresent(this::start);
    }
  }

  private void start(InstallRequest request) {
    start
        .apply(request)
        .ifPresentOrElse(
            entry -> follow(request, entry), () -> foot.setText(texts.text("install.foot.lost")));
  }

  private void follow(InstallRequest request, TaskItem entry) {
    following.unsubscribe();
    started = ticker.clock().instant();
    requested = Optional.of(request);
    task = Optional.of(entry);
    logController.clear();
    following =
        Subscription.combine(
            ticker.nowProperty().subscribe(_ -> show()),
            entry
                .revisionProperty()
                .subscribe(
                    _ -> {
                      logController.show(TaskLog.of(entry, texts));
                      show();
                    }));
    show();
    secondary.requestFocus();
  }

  private InstallView run() {
    return task.map(entry -> InstallView.of(entry.state(), started, ticker.clock().instant()))
        .orElse(InstallView.NOT_STARTED);
  }

  private void show() {
    InstallView run = run();
    Nodes.show(form, run.asks());
    Nodes.show(progress, !run.asks());
    Nodes.show(log, run.phase() != Phase.ASKING);
    logController.show(run);
    logController.show(task.flatMap(entry -> failures.of(entry.description(), entry.state())));
    requested.ifPresent(request -> progressController.show(request, run));
    switch (run.phase()) {
      case ASKING, FAILED, CANCELLED -> showAsking(run.phase() != Phase.ASKING);
      case RUNNING -> showRunning();
      case DONE -> showDone(run);
    }
  }

  private void showAsking(boolean again) {
    Plan plan = model.planProperty().get();
    title.setText(texts.text("install.title"));
    foot.setText(
        again && plan.installable()
            ? texts.text("install.foot.again")
            : words.foot(plan, ticker.clock().instant()));
    boolean cached = plan.cached().isPresent() && plan.bad().isEmpty();
    button(secondary, cached ? "dialog.close" : "dialog.cancel", close);
    if (cached) {
      plan.cached()
          .ifPresent(
              image -> button(primary, "install.show", () -> showImage.accept(image.reference())));
    } else {
      button(primary, "install.do", this::install);
    }
    primary.setDisable(!cached && !plan.installable());
    Nodes.show(primary, true);
  }

  private void showRunning() {
    title.setText(texts.text("install.title.running", names()));
    foot.setText(texts.text("install.foot.running"));
    button(secondary, "install.cancel", () -> task.ifPresent(TaskItem::cancel));
    Nodes.show(primary, false);
  }

  private void showDone(InstallView run) {
    title.setText(texts.text("install.title.done", names()));
    foot.setText(texts.text("install.foot.done", RelativeTime.length(run.length())));
    button(secondary, "dialog.close", close);
    button(
        primary,
        "install.show",
        () -> requested.map(InstallRequest::reference).ifPresent(showImage));
    primary.setDisable(false);
    Nodes.show(primary, true);
  }

  private String names() {
    return requested.map(request -> PackageLabel.line(request.packages())).orElse("");
  }

  private void button(Button button, String key, Runnable action) {
    button.setText(texts.text(key));
    button.setOnAction(_ -> action.run());
  }
}
