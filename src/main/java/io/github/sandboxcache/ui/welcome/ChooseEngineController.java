package io.github.sandboxcache.ui.welcome;

import io.github.sandboxcache.domain.engine.EngineAddress;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.text.AttemptText;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.InitialFocus;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.welcome.ChooseEngineModel.Phase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

/** Asks for an engine's address and tries it. */
public final class ChooseEngineController {
  private final ChooseEngineModel model;
  private final EngineChoice choice;
  private final boolean chosenBefore;
  private final UiTexts texts;

  @FXML private Region root;
  @FXML private TextField uri;
  @FXML private Label problem;
  @FXML private Button automatic;
  @FXML private Label status;
  @FXML private Button connect;

  ChooseEngineController(
      ChooseEngineModel model, EngineChoice choice, boolean chosenBefore, UiTexts texts) {
    this.model = model;
    this.choice = choice;
    this.chosenBefore = chosenBefore;
    this.texts = texts;
  }

  /**
   * The dialog.
   *
   * @param chosen the engine chosen before, if any
   */
  public static Region dialog(Optional<String> chosen, EngineChoice choice, UiTexts texts) {
    ChooseEngineModel model = new ChooseEngineModel(chosen);
    return (Region)
        new FxmlViews(texts)
            .with(
                ChooseEngineController.class,
                () -> new ChooseEngineController(model, choice, chosen.isPresent(), texts))
            .load(ChooseEngineController.class)
            .root();
  }

  @FXML
  void initialize() {
    uri.textProperty().bindBidirectional(model.uriProperty());
    uri.setOnAction(_ -> connect());
    automatic.setVisible(chosenBefore);
    automatic.setManaged(chosenBefore);
    model.phaseProperty().subscribe(_ -> show());
    model.uriProperty().subscribe(_ -> show());
    InitialFocus.in(root, uri::requestFocus);
  }

  @FXML
  void close() {
    choice.close();
  }

  @FXML
  void automatic() {
    choice.useAutomatic();
  }

  @FXML
  void connect() {
    if (model.connectable()) {
      model.trying();
      choice.use(model.uriProperty().get().strip(), model::failed);
    }
  }

  private void show() {
    connect.setDisable(!model.connectable());
    status.setText("");
    String wrong = "";
    switch (model.phaseProperty().get()) {
      case Phase.Asking() ->
          wrong =
              model
                  .problem()
                  .filter(found -> found != EngineAddress.Problem.EMPTY)
                  .map(found -> texts.text("address." + found.name()))
                  .orElse("");
      case Phase.Trying() -> status.setText(texts.text("choose.trying"));
      case Phase.Failed(List<EngineAttempt> attempts) ->
          wrong =
              attempts.stream()
                  .map(this::words)
                  .distinct()
                  .collect(Collectors.joining(System.lineSeparator()));
    }
    problem.setText(wrong);
    problem.setVisible(!wrong.isEmpty());
    problem.setManaged(!wrong.isEmpty());
  }

  private String words(EngineAttempt attempt) {
    String explanation = AttemptText.explanation(attempt);
    return attempt.detail().isBlank()
        ? explanation
        : texts.text("choose.failed", explanation, PlainText.line(attempt.detail()));
  }
}
