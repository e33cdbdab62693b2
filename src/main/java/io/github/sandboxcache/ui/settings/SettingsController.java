package io.github.sandboxcache.ui.settings;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.install.InstallSettings;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.Settings.Theme;
import io.github.sandboxcache.domain.settings.Settings.WindowLanguage;
import io.github.sandboxcache.domain.usage.FollowedLogs;
import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.settings.SettingsForm.Field;
import java.io.File;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** The settings dialog. */
public final class SettingsController {
  private final SettingsForm form;
  private final FollowedLogsPane logs;
  private final BiConsumer<Settings, Consumer<String>> keep;
  private final Runnable close;
  private final UiTexts texts;

  @FXML private ToggleGroup themes;
  @FXML private ToggleButton system;
  @FXML private ToggleButton light;
  @FXML private ToggleButton dark;
  @FXML private ToggleGroup languages;
  @FXML private ToggleButton systemLanguage;
  @FXML private ToggleButton english;
  @FXML private ToggleButton german;
  @FXML private VBox window;
  @FXML private VBox engine;
  @FXML private VBox install;
  @FXML private VBox bases;
  @FXML private VBox usage;
  @FXML private Label foot;
  @FXML private Button save;

  SettingsController(
      SettingsForm form,
      FollowedLogsPane logs,
      BiConsumer<Settings, Consumer<String>> keep,
      Runnable close,
      UiTexts texts) {
    this.form = form;
    this.logs = logs;
    this.keep = keep;
    this.close = close;
    this.texts = texts;
  }

  /**
   * A dialog.
   *
   * @param view its content
   * @param closed to be called once it is closed, however that came
   */
  public record Dialog(Region view, Runnable closed) {}

  /**
   * The dialog, filled with the settings as they are.
   *
   * @param followed how it stands with the logs
   * @param ui runs work on the FX thread
   */
  public static Dialog dialog(
      Settings settings,
      FollowedLogs followed,
      BiConsumer<Settings, Consumer<String>> keep,
      Runnable close,
      UiTexts texts,
      Clock clock,
      Executor ui) {
    FollowedLogsModel logs = new FollowedLogsModel(settings.usage().followedLogs(), followed, ui);
    SettingsForm form = new SettingsForm(settings, logs);
    FollowedLogsPane pane = new FollowedLogsPane(logs, new FollowedLogText(texts, clock), texts);
    Region view =
        (Region)
            new FxmlViews(texts)
                .with(
                    SettingsController.class,
                    () -> new SettingsController(form, pane, keep, close, texts))
                .load(SettingsController.class)
                .root();
    return new Dialog(view, logs::close);
  }

  @FXML
  void initialize() {
    choose(
        "settings.theme",
        themes,
        Map.of(system, Theme.SYSTEM, light, Theme.LIGHT, dark, Theme.DARK),
        form.themeProperty());
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
    window
        .getChildren()
        .addAll(
            row(Field.KEEP).number(texts.text("settings.KEEP.unit")),
            row(Field.COUNTDOWN).number(texts.text("settings.COUNTDOWN.unit")));
    engine.getChildren().add(row(Field.ENGINE).code(texts.text("settings.ENGINE.prompt")));
    Button browse = new Button(texts.text("settings.browse"));
    browse.setAccessibleText(
        texts.text("settings.choice", texts.text("settings.CA_BUNDLE"), browse.getText()));
    browse.setMinWidth(Region.USE_PREF_SIZE);
    browse.setOnAction(_ -> browseForBundle());
    install
        .getChildren()
        .addAll(
            plain("settings.network", form.networkProperty())
                .code(texts.text("install.change.network.prompt")),
            row(Field.CA_BUNDLE).code(texts.text("settings.CA_BUNDLE.prompt")).with(browse),
            row(Field.MEMORY).number(texts.text("settings.MEMORY.unit")),
            row(Field.CPUS).number(texts.text("settings.CPUS.unit")),
            row(Field.PROCESSES).number(texts.text("settings.PROCESSES.unit")),
            row(Field.TIME).number(texts.text("settings.TIME.unit")));
    usage
        .getChildren()
        .addAll(logs, row(Field.RETENTION).number(texts.text("settings.RETENTION.unit")));
    Map<Language, StringProperty> images = form.baseImages();
    Language.KNOWN.forEach(language -> bases.getChildren().add(baseRow(language, images)));
    for (Field field : Field.values()) {
      if (field != Field.BASE_IMAGE) {
        form.textProperty(field).subscribe(_ -> showWhetherSavable());
      }
    }
    images.values().forEach(text -> text.subscribe(_ -> showWhetherSavable()));
  }

  @FXML
  void close() {
    close.run();
  }

  @FXML
  void save() {
    form.result().ifPresent(settings -> keep.accept(settings, this::showFailure));
  }

  private void showFailure(String why) {
    foot.getStyleClass().setAll("label", "small", "danger");
    foot.setText(why);
  }

  /** One of each group is always chosen; choosing it again changes nothing. */
  private <V> void choose(
      String key, ToggleGroup group, Map<ToggleButton, V> choices, ObjectProperty<V> chosen) {
    choices.forEach(
        (button, value) -> {
          button.setSelected(value.equals(chosen.get()));
          button.setAccessibleText(
              texts.text("settings.choice", texts.text(key), button.getText()));
        });
    group
        .selectedToggleProperty()
        .addListener(
            (_, before, now) -> {
              if (now == null) {
                group.selectToggle(before);
              }
              choices.forEach(
                  (button, value) -> {
                    if (button.isSelected()) {
                      chosen.set(value);
                    }
                  });
            });
  }

  private void showWhetherSavable() {
    boolean savable = form.result().isPresent();
    save.setDisable(!savable);
    foot.getStyleClass().setAll("label", "small", "text2");
    foot.setText(texts.text(savable ? "settings.foot" : "settings.foot.wrong"));
  }

  private SettingRow row(Field field) {
    return new SettingRow(
        texts.text("settings." + field.name()),
        form.textProperty(field),
        () -> form.isValid(field),
        texts.text("settings." + field.name() + ".wrong"));
  }

  private SettingRow plain(String key, StringProperty text) {
    return new SettingRow(texts.text(key), text, () -> true, "");
  }

  private SettingRow baseRow(Language language, Map<Language, StringProperty> images) {
    StringProperty text = images.get(language);
    if (text == null) {
      throw new IllegalStateException("no base image for " + language);
    }
    String usual = InstallSettings.DEFAULT.baseImages().getOrDefault(language, "");
    return new SettingRow(
            LanguageLook.displayName(language),
            text,
            () -> form.isBaseImageValid(language),
            texts.text("settings.BASE_IMAGE.wrong"))
        .code(usual);
  }

  private void browseForBundle() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.text("settings.CA_BUNDLE"));
    Optional.ofNullable(chooser.showOpenDialog(save.getScene().getWindow()))
        .map(File::getAbsolutePath)
        .ifPresent(form.textProperty(Field.CA_BUNDLE)::set);
  }
}
