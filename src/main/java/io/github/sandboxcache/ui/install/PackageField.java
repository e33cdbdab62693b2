package io.github.sandboxcache.ui.install;

import io.github.sandboxcache.text.PackageLabel;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.Suggestions;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.install.InstallModel.Chip;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/**
 * A field whose entries become chips: Enter, comma and space add, pasting takes a whole list,
 * Backspace takes the last one away.
 */
final class PackageField extends FlowPane {
  private static final double GAP = 4;
  private static final double ENTRY_WIDTH = 48;
  private static final double CHARACTER_WIDTH = 8;
  private static final int CHIP_MAX_WIDTH = 400;

  private final InstallModel model;
  private final UiTexts texts;
  private final TextField entry = new PastingField();

  PackageField(InstallModel model, UiTexts texts, Node label) {
    super(GAP, GAP);
    this.model = model;
    this.texts = texts;
    getStyleClass().add("package-field");
    entry.getStyleClass().add("package-entry");
    entry
        .textProperty()
        .subscribe(text -> entry.setPrefWidth(ENTRY_WIDTH + text.length() * CHARACTER_WIDTH));
    entry.setAccessibleText(texts.text("install.packages.accessible"));
    entry.textProperty().bindBidirectional(model.entryProperty());
    Suggestions.offer(entry, model::knownPackages);
    entry.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    entry.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    entry
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) {
                model.commitEntry();
              }
            });
    label.setOnMouseClicked(_ -> entry.requestFocus());
    setOnMouseClicked(_ -> entry.requestFocus());
    model.chips().addListener((ListChangeListener<Chip>) _ -> showChips());
    getChildren().add(entry);
    showChips();
  }

  void focusEntry() {
    entry.requestFocus();
    entry.end();
  }

  /** The entry stays where it is, for a node that is taken out loses the keyboard. */
  private void showChips() {
    List<Node> chips = getChildren().subList(0, getChildren().size() - 1);
    chips.clear();
    getChildren().addAll(0, model.chips().stream().map(this::chipNode).toList());
  }

  private Node chipNode(Chip chip) {
    PackageLabel parts = PackageLabel.of(chip.name());
    HBox node = new HBox();
    node.getStyleClass().add("package-chip");
    Label name = new Label(parts.name());
    name.setMaxWidth(CHIP_MAX_WIDTH);
    if (!chip.valid()) {
      node.getStyleClass().add("bad");
      node.getChildren().add(new Icon("alert", Icon.ROW_SIZE).styled("danger"));
    }
    node.getChildren().add(name);
    if (!parts.version().isEmpty()) {
      Label version = new Label(parts.version());
      version.getStyleClass().add("text2");
      node.getChildren().add(version);
    }
    Button remove =
        new Button(null, new Icon("x", Icon.TAG_SIZE).styled(chip.valid() ? "text2" : "danger"));
    remove.getStyleClass().addAll("quiet", "chip-remove");
    remove.setAccessibleText(texts.text("install.packages.remove", parts.name()));
    remove.setOnAction(
        _ -> {
          model.chips().remove(chip);
          entry.requestFocus();
        });
    node.getChildren().add(remove);
    return node;
  }

  private void typed(KeyEvent event) {
    String typed = event.getCharacter();
    boolean space = typed.equals(" ");
    boolean comma = typed.equals(",") && PackageList.commaEnds(entry.getText());
    if (space || comma) {
      model.commitEntry();
      event.consume();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.isConsumed()) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && !entry.getText().isBlank()) {
      model.commitEntry();
      event.consume();
    } else if (event.getCode() == KeyCode.BACK_SPACE && entry.getText().isEmpty()) {
      model.removeLast();
      event.consume();
    }
  }

  /** A text field in which a pasted list becomes chips at once. */
  private final class PastingField extends TextField {
    @Override
    public void paste() {
      String text = Clipboard.getSystemClipboard().getString();
      boolean isList = text != null && text.strip().chars().anyMatch(Character::isWhitespace);
      if (isList && getText().isEmpty()) {
        model.add(text);
      } else {
        super.paste();
      }
    }
  }
}
