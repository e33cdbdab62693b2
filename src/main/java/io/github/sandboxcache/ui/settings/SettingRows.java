package io.github.sandboxcache.ui.settings;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.install.InstallSettings;
import io.github.sandboxcache.ui.base.FieldValidation;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.Objects;
import javafx.beans.property.StringProperty;

/** Makes the rows of a form, each of which shows what is wrong with its field. FX thread only. */
final class SettingRows {
  private final SettingsForm form;
  private final UiTexts texts;
  private final FieldValidation validation = new FieldValidation();

  SettingRows(SettingsForm form, UiTexts texts) {
    this.form = form;
    this.texts = texts;
  }

  /** The row of a field; it is found under the field's name. */
  SettingRow of(Field field) {
    SettingRow row =
        new SettingRow(
            texts.text("settings." + field.name()),
            form.textProperty(field),
            () -> form.isValid(field),
            texts.text("settings." + field.name() + ".wrong"),
            validation);
    row.setId(field.name());
    return row;
  }

  /** A row that takes any text. */
  SettingRow plain(String key, StringProperty text) {
    return new SettingRow(texts.text(key), text, () -> true, "", validation);
  }

  /** The row of a language's base image. */
  SettingRow baseImage(Language language) {
    return new SettingRow(
            LanguageLook.displayName(language),
            Objects.requireNonNull(form.baseImages().get(language), language::name),
            () -> form.isBaseImageValid(language),
            texts.text("settings.BASE_IMAGE.wrong"),
            validation)
        .heard(
            texts.text(
                "settings.choice",
                texts.text("settings.bases"),
                LanguageLook.displayName(language)))
        .code(InstallSettings.DEFAULT.baseImages().getOrDefault(language, ""));
  }

  /** Checks all fields again, after something else than their texts changed. */
  void recheck() {
    validation.recheck();
  }
}
