package io.github.sandboxcache.ui.settings;

import io.github.sandboxcache.text.TransferText;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.settings.RegistryCheck.State;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The team's registry: its address, whether it is asked before an install, whether it answers. */
final class RegistryPane extends VBox {
  private static final double GAP = 8;

  private final SettingsForm form;
  private final RegistryCheck check;
  private final UiTexts texts;
  private final CheckBox first;
  private final Button test;
  private final Label answer = new Label();

  /** The pane, with the row of the registry's address in it. */
  RegistryPane(SettingsForm form, RegistryCheck check, SettingRow address, UiTexts texts) {
    super(GAP);
    this.form = form;
    this.check = check;
    this.texts = texts;
    first = new CheckBox(texts.text("settings.registry.first"));
    first.setId("registryFirst");
    first.selectedProperty().bindBidirectional(form.registryFirstProperty());
    test = new Button(texts.text("settings.registry.test"));
    test.setId("registryTest");
    test.setMinWidth(Region.USE_PREF_SIZE);
    test.setAccessibleText(
        texts.text("settings.choice", texts.text("settings.registry"), test.getText()));
    test.setOnAction(_ -> form.registryAddress().ifPresent(check::ask));
    answer.setId("registryAnswer");
    answer.setWrapText(true);
    answer.setMinWidth(0);
    answer.setMinHeight(Region.USE_PREF_SIZE);
    // So that the answer is heard where it was asked for.
    test.accessibleHelpProperty().bind(answer.textProperty());
    HBox.setHgrow(answer, Priority.ALWAYS);
    getChildren()
        .addAll(
            address,
            row("settings.registry.before", first),
            row("settings.registry.connection", test, answer));
    form.textProperty(Field.REGISTRY).subscribe(_ -> addressChanged());
    check.stateProperty().subscribe(_ -> show());
  }

  private HBox row(String key, Region... parts) {
    Label name = new Label(texts.text(key));
    name.getStyleClass().addAll("text2", "name");
    HBox row = new HBox(name);
    row.getStyleClass().add("setting");
    row.setAlignment(Pos.CENTER_LEFT);
    row.getChildren().addAll(parts);
    return row;
  }

  private void addressChanged() {
    boolean none = form.registryAddress().isEmpty();
    first.setDisable(none);
    test.setDisable(none);
    check.forget();
  }

  private void show() {
    State state = check.stateProperty().get();
    answer.getStyleClass().setAll("label", state instanceof State.Failed ? "danger" : "text2");
    answer.setText(
        switch (state) {
          case State.Unasked() -> "";
          case State.Asking() -> texts.text("settings.registry.asking");
          case State.NoEngine() -> texts.text("settings.registry.no-engine");
          case State.Answered(int images) -> texts.text("settings.registry.answered", images);
          case State.Failed(var why) -> TransferText.of(why);
        });
  }
}
