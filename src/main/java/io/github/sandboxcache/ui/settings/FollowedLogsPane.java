package io.github.sandboxcache.ui.settings;

import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.ui.base.FieldValidation;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.settings.FollowedLogsModel.Entry;
import java.io.File;
import java.util.Collection;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** The list of followed logs, each with what was found in it, and the field to add one. */
final class FollowedLogsPane extends VBox {
  private static final double GAP = 8;
  private static final double LINE_GAP = 2;

  private final FollowedLogsModel model;
  private final FollowedLogText words;
  private final UiTexts texts;
  private final VBox list = new VBox(GAP);

  FollowedLogsPane(FollowedLogsModel model, FollowedLogText words, UiTexts texts) {
    super(GAP);
    this.model = model;
    this.words = words;
    this.texts = texts;
    list.getStyleClass().add("followed-logs");
    getChildren().addAll(listRow(), addRow());
    model.entries().addListener((ListChangeListener<Entry>) _ -> show());
    show();
  }

  private HBox listRow() {
    Label name = new Label(texts.text("settings.logs"));
    name.getStyleClass().addAll("text2", "name");
    HBox.setHgrow(list, Priority.ALWAYS);
    HBox row = new HBox(name, list);
    row.getStyleClass().addAll("setting", "tall");
    return row;
  }

  private SettingRow addRow() {
    Button add = new Button(texts.text("settings.LOG.add"));
    add.setMinWidth(Region.USE_PREF_SIZE);
    add.setOnAction(_ -> model.add());
    add.disableProperty()
        .bind(model.typedProperty().map(_ -> !model.isTypedValid() || isNothingTyped()));
    Button browse = new Button(texts.text("settings.browse"));
    browse.setMinWidth(Region.USE_PREF_SIZE);
    browse.setOnAction(_ -> browse());
    SettingRow row =
        new SettingRow(
            texts.text("settings.LOG"),
            model.typedProperty(),
            model::isTypedValid,
            texts.text("settings.LOG.wrong"),
            new FieldValidation());
    return row.code(texts.text("settings.LOG.prompt")).onEnter(model::add).with(add).with(browse);
  }

  private boolean isNothingTyped() {
    return model.typedProperty().get().isBlank();
  }

  private void browse() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.text("settings.LOG"));
    Optional.ofNullable(chooser.showOpenMultipleDialog(getScene().getWindow())).stream()
        .flatMap(Collection::stream)
        .map(File::getAbsolutePath)
        .forEach(
            path -> {
              model.typedProperty().set(path);
              model.add();
            });
  }

  private void show() {
    if (model.entries().isEmpty()) {
      Label none = new Label(texts.text("settings.logs.none"));
      none.getStyleClass().addAll("text2", "small");
      none.setWrapText(true);
      none.setMinHeight(Region.USE_PREF_SIZE);
      list.getChildren().setAll(none);
      return;
    }
    list.getChildren().setAll(model.entries().stream().map(this::row).toList());
  }

  private Region row(Entry entry) {
    VBox said = new VBox(LINE_GAP);
    Label path = new Label(PlainText.line(entry.pattern()));
    path.getStyleClass().add("mono");
    path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    said.getChildren().add(path);
    for (FollowedLogText.Line line : words.of(entry)) {
      Label text = new Label(line.text());
      text.getStyleClass().addAll("small", line.problem() ? "danger" : "text2");
      text.setWrapText(true);
      text.setMinHeight(Region.USE_PREF_SIZE);
      said.getChildren().add(text);
    }
    said.setMinWidth(0);
    HBox.setHgrow(said, Priority.ALWAYS);
    Button remove = new Button("", new Icon("x"));
    remove.getStyleClass().addAll("quiet", "icon-only", "small");
    remove.setAccessibleText(texts.text("settings.LOG.remove", PlainText.line(entry.pattern())));
    remove.setOnAction(_ -> model.remove(entry.pattern()));
    HBox row = new HBox(GAP, said, remove);
    row.getStyleClass().add("followed-log");
    return row;
  }
}
