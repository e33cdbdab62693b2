package io.github.sandboxcache.ui.install;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.ui.base.ChoiceSegments;
import io.github.sandboxcache.ui.base.FieldValidation;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.install.InstallModel.Plan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is asked for: language, packages, base image, network; and what it will be called. */
public final class InstallFormController {
  private static final double FIELD_MAX_HEIGHT = 92;
  private static final int PROBLEMS_SHOWN = 3;

  private final InstallModel model;
  private final Consumer<String> copy;
  private final UiTexts texts;
  private final InstallDialogText words;

  @FXML private HBox languages;
  @FXML private Label packagesLabel;
  @FXML private HBox packages;
  @FXML private VBox problems;
  @FXML private Label baseName;
  @FXML private Label baseTag;
  @FXML private Label baseOrigin;
  @FXML private ToggleButton change;
  @FXML private TextField givenBase;
  @FXML private TextField network;
  @FXML private Label repository;
  @FXML private Label key;
  @FXML private Button copyName;
  @FXML private Label resultTag;
  @FXML private Label resultNote;
  private PackageField field;

  InstallFormController(InstallModel model, Consumer<String> copy, UiTexts texts) {
    this.model = model;
    this.copy = copy;
    this.texts = texts;
    this.words = new InstallDialogText(texts);
    this.field = new PackageField(model, texts, new Label());
  }

  @FXML
  void initialize() {
    showLanguages();
    showPackageField();
    change.setOnAction(_ -> focusGivenBase());
    givenBase.textProperty().bindBidirectional(model.givenBaseProperty());
    network.textProperty().bindBidirectional(model.networkProperty());
    FieldValidation validation = new FieldValidation();
    validation.check(givenBase, this::baseProblem);
    model.planProperty().addListener((_, _, _) -> validation.recheck());
    model.planProperty().subscribe(this::show);
  }

  /** Who opens these fields wants to type into the first. */
  private void focusGivenBase() {
    if (change.isSelected()) {
      givenBase.requestFocus();
    }
  }

  private String baseProblem() {
    return model.planProperty().get().baseValid() ? "" : texts.text("install.foot.base");
  }

  void focusPackages() {
    field.focusEntry();
  }

  @FXML
  void copyName() {
    copy.accept(repository.getText() + key.getText());
  }

  private void showLanguages() {
    Map<ToggleButton, Language> chips = new LinkedHashMap<>();
    for (Language language : Language.KNOWN) {
      Region dot = new Region();
      dot.getStyleClass().addAll("dot", LanguageLook.styleClass(language));
      ToggleButton chip = new ToggleButton(LanguageLook.displayName(language), dot);
      chip.getStyleClass().add("language-chip");
      chips.put(chip, language);
      chip.setMaxWidth(Double.MAX_VALUE);
      chip.setMinWidth(Region.USE_PREF_SIZE);
      HBox.setHgrow(chip, Priority.ALWAYS);
      languages.getChildren().add(chip);
    }
    ChoiceSegments.bind(new ToggleGroup(), chips, model.languageProperty());
  }

  private void showPackageField() {
    field = new PackageField(model, texts, packagesLabel);
    ScrollPane scroll = new ScrollPane(field);
    scroll.getStyleClass().add("package-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    field
        .heightProperty()
        .subscribe(
            height -> {
              double shown = Math.min(height.doubleValue(), FIELD_MAX_HEIGHT);
              scroll.setPrefViewportHeight(shown);
              scroll.setMinViewportHeight(shown);
            });
    HBox.setHgrow(scroll, Priority.ALWAYS);
    Label hint = new Label(texts.text("install.packages.hint"));
    hint.getStyleClass().addAll("text3", "small");
    hint.setMinWidth(Region.USE_PREF_SIZE);
    packages.getChildren().setAll(scroll, hint);
  }

  private void show(Plan plan) {
    problems
        .getChildren()
        .setAll(
            plan.bad().stream()
                .limit(PROBLEMS_SHOWN)
                .flatMap(chip -> chip.problem().stream())
                .map(problem -> note(problem, "danger"))
                .toList());
    plan.neverHit().ifPresent(warning -> problems.getChildren().add(note(warning, "warn")));
    Nodes.show(problems, !problems.getChildren().isEmpty());
    baseName.setText(plan.base().reference());
    tag(
        baseTag,
        words.baseTag(plan),
        plan.base().found().isPresent() ? "check" : "download",
        plan.base().found().isPresent() ? "ok" : "accent");
    baseTag.setVisible(plan.baseValid());
    baseOrigin.setText(words.origin(plan, model.languageProperty().get()));
    givenBase.setPromptText(plan.base().reference());
    showResult(plan);
  }

  private void showResult(Plan plan) {
    Optional<CacheReference> reference = plan.request().map(InstallRequest::reference);
    repository.setText(
        reference
            .map(name -> name.repository() + ":")
            .orElseGet(() -> texts.text("install.result.none")));
    repository.getStyleClass().setAll("label", reference.isPresent() ? "mono" : "small", "text2");
    key.setText(reference.map(CacheReference::tag).orElse(""));
    copyName.setVisible(reference.isPresent());
    resultTag.setVisible(reference.isPresent());
    if (plan.cached().isPresent()) {
      tag(resultTag, texts.text("install.result.cached"), "check", "ok");
    } else {
      tag(resultTag, texts.text("install.result.missing"), "download", "accent");
    }
    resultNote.setText(words.resultNote(plan));
  }

  private static Label note(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().addAll(style, "small");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private static void tag(Label label, String text, String icon, String style) {
    label.getStyleClass().setAll("label", "tag", style);
    label.setText(text);
    label.setGraphic(new Icon(icon, Icon.TAG_SIZE).styled(style));
  }
}
