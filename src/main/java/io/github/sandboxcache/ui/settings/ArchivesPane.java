package io.github.sandboxcache.ui.settings;

import io.github.sandboxcache.text.ArchiveText;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.settings.ArchivesModel.State;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** How much is archived, and a way to delete all of it, which is asked about first. */
final class ArchivesPane extends HBox {
  private final ArchivesModel archives;
  private final UiTexts texts;
  private final Label amount = new Label();
  private final Button delete;
  private final Button confirm;
  private final Button keep;

  ArchivesPane(ArchivesModel archives, UiTexts texts) {
    this.archives = archives;
    this.texts = texts;
    Label name = new Label(texts.text("settings.archived"));
    name.getStyleClass().addAll("text2", "name");
    delete = button("settings.archived.delete");
    confirm = button("settings.archived.confirm");
    confirm.getStyleClass().add("danger");
    keep = button("settings.archived.keep");
    delete.setOnAction(_ -> ask(true));
    keep.setOnAction(_ -> ask(false));
    confirm.setOnAction(_ -> archives.deleteAll());
    getStyleClass().add("setting");
    getChildren().addAll(name, amount, delete, confirm, keep);
    archives.stateProperty().subscribe(_ -> show());
  }

  private Button button(String key) {
    Button button = new Button(texts.text(key));
    button.setAccessibleText(
        texts.text("settings.choice", texts.text("settings.archived"), button.getText()));
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private void show() {
    boolean any = false;
    switch (archives.stateProperty().get()) {
      case State.Reading() -> amount.setText("");
      case State.There(int count, long bytes) -> {
        any = count > 0;
        amount.setText(
            any
                ? texts.text("settings.archived.amount", count, DecimalSize.of(bytes))
                : texts.text("settings.archived.none"));
      }
      case State.Failed(var trouble) -> amount.setText(ArchiveText.of(trouble));
    }
    boolean focused = confirm.isFocused() || keep.isFocused();
    Nodes.show(delete, any);
    Nodes.show(confirm, false);
    Nodes.show(keep, false);
    if (focused && any) {
      delete.requestFocus();
    }
  }

  private void ask(boolean asked) {
    Nodes.show(delete, !asked);
    Nodes.show(confirm, asked);
    Nodes.show(keep, asked);
    (asked ? keep : delete).requestFocus();
  }
}
