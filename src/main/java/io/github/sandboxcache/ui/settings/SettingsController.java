package io.github.sandboxcache.ui.settings;

import io.github.sandboxcache.domain.archives.ImageArchives;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.Settings.Theme;
import io.github.sandboxcache.domain.settings.Settings.WindowLanguage;
import io.github.sandboxcache.domain.usage.FollowedLogs;
import io.github.sandboxcache.text.RuleText;
import io.github.sandboxcache.ui.base.ChoiceSegments;
import io.github.sandboxcache.ui.base.EngineSession;
import io.github.sandboxcache.ui.base.KeyboardFocus;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.base.UiThreads;
import java.io.File;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.controlsfx.control.SegmentedButton;

/** The settings dialog. */
public final class SettingsController {
  private final FollowedLogsModel followed;
  private final SettingsForm form;
  private final ArchivesModel archived;
  private final RegistryCheck registryCheck;
  private final List<String> engineAddresses;
  private final BiConsumer<Settings, Consumer<String>> keep;
  private final UiTexts texts;
  private final Clock clock;
  private final SettingRows rows;
  private final Consumer<Optional<Theme>> tryTheme;

  @FXML private SegmentedButton themes;
  @FXML private ToggleButton system;
  @FXML private ToggleButton light;
  @FXML private ToggleButton dark;
  @FXML private SegmentedButton languages;
  @FXML private ToggleButton systemLanguage;
  @FXML private ToggleButton english;
  @FXML private ToggleButton german;
  @FXML private SegmentedButton rules;
  @FXML private ToggleButton usual;
  @FXML private ToggleButton unused;
  @FXML private ToggleButton budget;
  @FXML private ToggleButton used;
  @FXML private ToggleButton newest;
  @FXML private Label ruleNote;
  @FXML private VBox prune;
  @FXML private CheckBox atStart;
  @FXML private CheckBox daily;
  @FXML private Label automaticNote;
  @FXML private VBox automatic;
  @FXML private SegmentedButton archiving;
  @FXML private ToggleButton archivingOff;
  @FXML private ToggleButton archivingOn;
  @FXML private VBox archives;
  @FXML private VBox engine;
  @FXML private ScrollPane body;
  @FXML private Label registryTitle;
  @FXML private VBox registry;
  @FXML private VBox install;
  @FXML private VBox bases;
  @FXML private VBox usage;
  @FXML private Label foot;
  @FXML private Button save;

  /**
   * The dialog's controller, with the settings as they are.
   *
   * @param followed how it stands with the logs
   * @param engineAddresses suggested where an engine is named
   * @param archives removed images that are kept
   * @param engine the session while the engine answers
   * @param keep keeps changed settings, and says why it could not
   * @param tryTheme has the window look like that while the dialog is open; empty for as before
   * @param threads where work runs
   */
  public SettingsController(
      Settings settings,
      FollowedLogs followed,
      List<String> engineAddresses,
      ImageArchives archives,
      Supplier<Optional<EngineSession>> engine,
      BiConsumer<Settings, Consumer<String>> keep,
      Consumer<Optional<Theme>> tryTheme,
      UiTexts texts,
      Clock clock,
      UiThreads threads) {
    this.followed = new FollowedLogsModel(settings.usage().followedLogs(), followed, threads.ui());
    this.archived = new ArchivesModel(archives, threads);
    this.registryCheck = new RegistryCheck(engine, threads);
    this.form = new SettingsForm(settings, this.followed);
    this.rows = new SettingRows(form, texts);
    this.tryTheme = tryTheme;
    this.engineAddresses = engineAddresses;
    this.keep = keep;
    this.texts = texts;
    this.clock = clock;
  }

  private String inSection(String section, Field field) {
    return texts.text(
        "settings.choice", texts.text(section), texts.text("settings." + field.name()));
  }

  @FXML
  void initialize() {
    choose(
        "settings.theme",
        themes,
        Map.of(system, Theme.SYSTEM, light, Theme.LIGHT, dark, Theme.DARK),
        form.themeProperty());
    form.themeProperty().addListener((_, _, theme) -> tryTheme.accept(Optional.of(theme)));
    choose(
        "settings.language",
        languages,
        Map.of(
            systemLanguage,
            WindowLanguage.SYSTEM,
            english,
            WindowLanguage.ENGLISH,
            german,
            WindowLanguage.GERMAN),
        form.languageProperty());
    choose(
        "settings.rule",
        rules,
        Map.of(
            usual,
            RuleChoice.USUAL,
            unused,
            RuleChoice.UNUSED,
            budget,
            RuleChoice.BUDGET,
            used,
            RuleChoice.USED,
            newest,
            RuleChoice.NEWEST),
        form.ruleProperty());
    SettingRow number = rows.of(Field.PRUNE);
    Label unit = number.unit();
    prune
        .getChildren()
        .addAll(
            number,
            rows.of(Field.KEEP).number(texts.text("settings.KEEP.unit")),
            rows.of(Field.COUNTDOWN).number(texts.text("settings.COUNTDOWN.unit")));
    form.ruleProperty()
        .subscribe(
            rule -> {
              Nodes.show(number, rule.hasNumber());
              ruleNote.setText(texts.text("settings.rule." + rule.name() + ".note"));
              unit.setText(
                  rule.hasNumber() ? texts.text("settings.rule." + rule.name() + ".unit") : "");
              rows.recheck();
              showWhetherSavable();
            });
    showAutomatic();
    choose(
        "settings.archiving",
        archiving,
        Map.of(archivingOff, false, archivingOn, true),
        form.archivingProperty());
    archives
        .getChildren()
        .addAll(
            rows.of(Field.ARCHIVE_DAYS)
                .heard(inSection("settings.archives", Field.ARCHIVE_DAYS))
                .number(texts.text("settings.ARCHIVE_DAYS.unit")),
            rows.of(Field.ARCHIVE_GIGABYTES)
                .heard(inSection("settings.archives", Field.ARCHIVE_GIGABYTES))
                .number(texts.text("settings.ARCHIVE_GIGABYTES.unit")),
            new ArchivesPane(archived, texts));
    engine
        .getChildren()
        .add(
            rows.of(Field.ENGINE)
                .heard(inSection("settings.engine", Field.ENGINE))
                .code(texts.text("settings.ENGINE.prompt"))
                .suggesting(() -> engineAddresses));
    registry
        .getChildren()
        .add(
            new RegistryPane(
                form,
                registryCheck,
                rows.of(Field.REGISTRY)
                    .heard(inSection("settings.registry", Field.REGISTRY))
                    .code(texts.text("settings.REGISTRY.prompt")),
                texts));
    Button browse = new Button(texts.text("settings.browse"));
    browse.setAccessibleText(
        texts.text("settings.choice", texts.text("settings.CA_BUNDLE"), browse.getText()));
    browse.setMinWidth(Region.USE_PREF_SIZE);
    browse.setOnAction(_ -> browseForBundle());
    install
        .getChildren()
        .addAll(
            rows.plain("settings.network", form.networkProperty())
                .code(texts.text("install.change.network.prompt")),
            rows.of(Field.CA_BUNDLE).code(texts.text("settings.CA_BUNDLE.prompt")).with(browse),
            rows.of(Field.MEMORY).number(texts.text("settings.MEMORY.unit")),
            rows.of(Field.CPUS).number(texts.text("settings.CPUS.unit")),
            rows.of(Field.PROCESSES).number(texts.text("settings.PROCESSES.unit")),
            rows.of(Field.TIME).number(texts.text("settings.TIME.unit")));
    usage
        .getChildren()
        .addAll(
            new FollowedLogsPane(followed, new FollowedLogText(texts, clock), texts),
            rows.of(Field.RETENTION).number(texts.text("settings.RETENTION.unit")));
    Map<Language, StringProperty> images = form.baseImages();
    Language.KNOWN.forEach(language -> bases.getChildren().add(rows.baseImage(language)));
    for (Field field : Field.values()) {
      if (field != Field.BASE_IMAGE) {
        form.textProperty(field).subscribe(_ -> showWhetherSavable());
      }
    }
    images.values().forEach(text -> text.subscribe(_ -> showWhetherSavable()));
  }

  private void showAutomatic() {
    atStart.selectedProperty().bindBidirectional(form.atStartProperty());
    daily.selectedProperty().bindBidirectional(form.dailyProperty());
    for (CheckBox when : List.of(atStart, daily)) {
      when.setAccessibleText(
          texts.text("settings.choice", texts.text("settings.automatic"), when.getText()));
    }
    automaticNote.setText(
        form.approved()
            .map(rule -> texts.text("settings.automatic.approved", RuleText.brief(rule)))
            .orElseGet(() -> texts.text("settings.automatic.not-approved")));
    automatic
        .getChildren()
        .addAll(
            rows.of(Field.OVER_BUDGET).number(texts.text("settings.OVER_BUDGET.unit")),
            rows.of(Field.LOW_DISK).number(texts.text("settings.LOW_DISK.unit")));
  }

  /** Brings the team's registry into view, and the keyboard to its address. In a scene only. */
  public void showRegistry() {
    Parent window = body.getScene().getRoot();
    // Where things are is known once they are laid out.
    window.applyCss();
    window.layout();
    Node content = body.getContent();
    double top = content.sceneToLocal(registryTitle.localToScene(0, 0)).getY();
    double hidden = content.getLayoutBounds().getHeight() - body.getViewportBounds().getHeight();
    body.setVvalue(hidden > 0 ? Math.min(1, top / hidden) : 0);
    boolean _ = KeyboardFocus.enter(registry);
  }

  /** To be called once the dialog is closed, however that came. */
  public void closed() {
    followed.close();
    registryCheck.close();
    tryTheme.accept(Optional.empty());
  }

  @FXML
  void save() {
    form.result().ifPresent(settings -> keep.accept(settings, this::showFailure));
  }

  private void showFailure(String why) {
    foot.getStyleClass().setAll("label", "small", "danger");
    foot.setText(why);
  }

  private <V> void choose(
      String key, SegmentedButton segments, Map<ToggleButton, V> choices, Property<V> chosen) {
    ChoiceSegments.bind(segments, choices, chosen);
    choices
        .keySet()
        .forEach(
            button ->
                button.setAccessibleText(
                    texts.text("settings.choice", texts.text(key), button.getText())));
  }

  private void showWhetherSavable() {
    boolean savable = form.result().isPresent();
    save.setDisable(!savable);
    foot.getStyleClass().setAll("label", "small", "text2");
    foot.setText(texts.text(savable ? "settings.foot" : "settings.foot.wrong"));
  }

  private void browseForBundle() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.text("settings.CA_BUNDLE"));
    Optional.ofNullable(chooser.showOpenDialog(save.getScene().getWindow()))
        .map(File::getAbsolutePath)
        .ifPresent(form.textProperty(Field.CA_BUNDLE)::set);
  }
}
