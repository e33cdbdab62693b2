package io.github.sandboxcache.ui.welcome;

import io.github.sandboxcache.domain.engine.EngineAddress;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.text.AttemptText;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.ui.base.EnginePlaces;
import io.github.sandboxcache.ui.base.EngineSwitch;
import io.github.sandboxcache.ui.base.FieldValidation;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.Suggestions;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.welcome.ChooseEngineModel.Phase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** Asks for an engine's address and tries it. */
public final class ChooseEngineController {
  private final ChooseEngineModel model;
  private final EngineSwitch engines;
  private final EnginePlaces found;
  private final boolean chosenBefore;
  private final List<String> known;
  private final FieldValidation validation = new FieldValidation();
  private final UiTexts texts;

  @FXML private Region root;
  @FXML private ListView<EnginePlaces.Row> places;
  @FXML private TextField uri;
  @FXML private Label problem;
  @FXML private Button automatic;
  @FXML private Label status;
  @FXML private Button connect;

  /**
   * The dialog's controller.
   *
   * @param chosen the engine chosen before, if any
   * @param known addresses to suggest, the likeliest first
   * @param current where the window's engine is; empty when it has none
   */
  public ChooseEngineController(
      Optional<String> chosen,
      List<String> known,
      Optional<String> current,
      EngineSwitch engines,
      UiTexts texts) {
    this.model = new ChooseEngineModel(chosen);
    this.chosenBefore = chosen.isPresent();
    this.known = known;
    this.engines = engines;
    this.found = engines.places(() -> current);
    this.texts = texts;
  }

  @FXML
  void initialize() {
    uri.textProperty().bindBidirectional(model.uriProperty());
    Suggestions.offer(uri, () -> known);
    validation.check(uri, this::problem, problem);
    uri.setOnAction(_ -> connect());
    Nodes.show(automatic, chosenBefore);
    model.phaseProperty().subscribe(_ -> show());
    model.uriProperty().subscribe(_ -> show());
    showPlaces();
    Nodes.focusFirst(root, uri::requestFocus);
  }

  /** What is chosen in the list stands in the field, from where it is used. */
  private void showPlaces() {
    places.setItems(found.rows());
    places.setCellFactory(_ -> new EnginePlaceCell(texts));
    Label looking = new Label(texts.text("choose.looking"));
    looking.getStyleClass().addAll("text2", "small");
    places.setPlaceholder(looking);
    // By its place: a row that answers is another one and would undo what was typed since.
    places
        .getSelectionModel()
        .selectedIndexProperty()
        .subscribe(
            at -> {
              if (at.intValue() >= 0) {
                uri.setText(found.rows().get(at.intValue()).place().address());
              }
            });
    places.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            connect();
          }
        });
    places.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            connect();
            event.consume();
          }
        });
    // The list would go on from its first row, which is not chosen yet.
    places.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.DOWN && places.getSelectionModel().isEmpty()) {
            places.getSelectionModel().selectFirst();
            event.consume();
          }
        });
    found.look();
  }

  @FXML
  void automatic() {
    engines.useAutomatic();
  }

  @FXML
  void connect() {
    if (model.connectable()) {
      model.trying();
      engines.use(model.uriProperty().get().strip(), model::failed);
    }
  }

  private void show() {
    connect.setDisable(!model.connectable());
    boolean trying = model.phaseProperty().get() instanceof Phase.Trying;
    status.setText(trying ? texts.text("choose.trying") : "");
    validation.recheck();
  }

  private String problem() {
    return switch (model.phaseProperty().get()) {
      case Phase.Asking() ->
          model
              .problem()
              .filter(found -> found != EngineAddress.Problem.EMPTY)
              .map(found -> texts.text("address." + found.name()))
              .orElse("");
      case Phase.Trying() -> "";
      case Phase.Failed(List<EngineAttempt> attempts) ->
          attempts.stream()
              .map(this::words)
              .distinct()
              .collect(Collectors.joining(System.lineSeparator()));
    };
  }

  private String words(EngineAttempt attempt) {
    String explanation = AttemptText.explanation(attempt);
    return attempt.detail().isBlank()
        ? explanation
        : texts.text("choose.failed", explanation, PlainText.line(attempt.detail()));
  }
}
