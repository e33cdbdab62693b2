package io.github.sandboxcache.ui.welcome;

import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.text.AttemptText;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Duration;

/** The page of a window that found no engine. Tries again by itself while it is in view. */
public final class NoEngineController {
  private static final String COMMAND = "sudo usermod -aG docker $USER";

  private static final double MIN_WIDTH_FOR_MARK = 640;

  private final NoEngineModel model;
  private final Runnable chooseEngine;
  private final Runnable openSample;
  private final Consumer<String> copy;
  private final UiTexts texts;
  private final String home;
  private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick()));

  @FXML private ScrollPane root;
  @FXML private VBox page;
  @FXML private Region mark;
  @FXML private Label note;
  @FXML private VBox attempts;
  @FXML private HBox hint;
  @FXML private Label command;
  @FXML private Button tryAgain;
  @FXML private Label next;

  /**
   * The page's controller.
   *
   * @param copy puts a text on the clipboard and says so
   * @param home the user's home directory, shown as {@code ~}
   */
  public NoEngineController(
      NoEngineModel model,
      Runnable chooseEngine,
      Runnable openSample,
      Consumer<String> copy,
      UiTexts texts,
      String home) {
    this.model = model;
    this.chooseEngine = chooseEngine;
    this.openSample = openSample;
    this.copy = copy;
    this.texts = texts;
    this.home = home;
  }

  @FXML
  void initialize() {
    command.setText(COMMAND);
    model.attemptsProperty().subscribe(this::show);
    model.secondsLeftProperty().subscribe(_ -> showNext());
    model.tryingProperty().subscribe(_ -> showNext());
    clock.setCycleCount(Animation.INDEFINITE);
    root.heightProperty()
        .subscribe(height -> setCompact(height.doubleValue() < MIN_WIDTH_FOR_MARK));
    root.sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::showingProperty)
        .orElse(false)
        .subscribe(this::runClock);
  }

  /** A clock that runs keeps its page, and the page its window. */
  private void runClock(boolean shown) {
    if (shown) {
      clock.play();
    } else {
      clock.stop();
    }
  }

  @FXML
  void tryAgain() {
    model.tryNow();
  }

  @FXML
  void choose() {
    chooseEngine.run();
  }

  @FXML
  void sample() {
    openSample.run();
  }

  @FXML
  void copyCommand() {
    copy.accept(COMMAND);
  }

  private void setCompact(boolean compact) {
    Nodes.show(mark, !compact);
    page.getStyleClass().remove("compact");
    if (compact) {
      page.getStyleClass().add("compact");
    }
  }

  private void tick() {
    model.tick();
  }

  private void show(List<EngineAttempt> tried) {
    note.setText(texts.text("noengine.note", tried.size()));
    List<Node> rows = new ArrayList<>();
    for (EngineAttempt attempt : tried) {
      Node row = row(attempt);
      if (!rows.isEmpty()) {
        row.getStyleClass().add("after-first");
      }
      rows.add(row);
    }
    attempts.getChildren().setAll(rows);
    Nodes.show(hint, model.notAllowed());
  }

  private void showNext() {
    boolean trying = model.tryingProperty().get();
    next.setText(
        trying
            ? texts.text("noengine.trying")
            : texts.text("noengine.next", model.secondsLeftProperty().get()));
    tryAgain.setDisable(trying);
  }

  private Node row(EngineAttempt attempt) {
    Label place = new Label(shortened(PlainText.line(attempt.place())));
    place.getStyleClass().add("mono");
    place.setMinWidth(0);
    Label product = new Label(AttemptText.source(attempt.source()));
    product.getStyleClass().addAll("text2", "small");
    product.setMinWidth(Region.USE_PREF_SIZE);
    HBox first = new HBox(place, product);
    first.getStyleClass().add("place-line");
    Label explanation = new Label(AttemptText.explanation(attempt));
    explanation.getStyleClass().addAll("text2", "small");
    explanation.setWrapText(true);
    VBox middle = new VBox(2, first, explanation);
    middle.setMinWidth(0);
    HBox.setHgrow(middle, Priority.ALWAYS);
    boolean near = isNear(attempt);
    Label tag = new Label(AttemptText.badge(attempt.failure()));
    tag.getStyleClass().add("tag");
    tag.setMinWidth(Region.USE_PREF_SIZE);
    if (near) {
      tag.getStyleClass().add("warn");
    }
    HBox row = new HBox(new Icon(icon(attempt)).styled(near ? "warn" : "text2"), middle, tag);
    row.getStyleClass().add("attempt");
    if (!attempt.detail().isBlank()) {
      Tooltip.install(row, new Tooltip(PlainText.line(attempt.detail())));
    }
    return row;
  }

  private String shortened(String place) {
    return !home.isEmpty() && place.startsWith(home + "/")
        ? "~" + place.substring(home.length())
        : place;
  }

  /** Whether something is there, so that little is missing. */
  private static boolean isNear(EngineAttempt attempt) {
    return switch (attempt.failure()) {
      case NOT_ALLOWED, NOT_RUNNING, NOT_USABLE -> true;
      case NOT_SET, NOT_THERE, NOT_SUPPORTED -> false;
    };
  }

  private static String icon(EngineAttempt attempt) {
    return switch (attempt.failure()) {
      case NOT_ALLOWED -> "lock";
      case NOT_RUNNING -> "power";
      case NOT_USABLE, NOT_SUPPORTED -> "alert";
      case NOT_SET, NOT_THERE -> "none";
    };
  }
}
