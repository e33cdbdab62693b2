package io.github.sandboxcache.ui.settings;

import io.github.sandboxcache.ui.base.FieldValidation;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Suggestions;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One setting: its name, its field, a word on it, and what is wrong with it. */
final class SettingRow extends VBox {
  private static final double NUMBER_WIDTH = 84;
  private static final double GAP = 4;

  private final TextField field = new TextField();
  private final HBox line;
  private final Label wrong = new Label();

  /** A row whose problem is shown for as long as the check says no. */
  SettingRow(
      String name,
      StringProperty text,
      BooleanSupplier valid,
      String problem,
      FieldValidation validation) {
    super(GAP);
    Label label = new Label(name);
    label.getStyleClass().addAll("text2", "name");
    label.setLabelFor(field);
    field.textProperty().bindBidirectional(text);
    field.setAccessibleText(name);
    HBox.setHgrow(field, Priority.ALWAYS);
    line = new HBox(label, field);
    line.getStyleClass().add("setting");
    wrong.getStyleClass().addAll("danger", "small", "setting-problem");
    wrong.setMinWidth(0);
    getChildren().add(line);
    if (!problem.isEmpty()) {
      // Its room is kept, so that what is beneath stays where it is.
      StackPane room = new StackPane(wrong);
      room.getStyleClass().add("setting-problem-room");
      getChildren().add(room);
      HoverTip.bind(wrong, wrong.textProperty());
    }
    validation.check(field, () -> valid.getAsBoolean() ? "" : problem, wrong);
  }

  /** Makes the field as short as a number, followed by its unit or range. */
  SettingRow number(String unit) {
    unit().setText(unit);
    return this;
  }

  /** The same with a unit that changes. */
  Label unit() {
    HBox.setHgrow(field, Priority.NEVER);
    field.setPrefWidth(NUMBER_WIDTH);
    field.setMaxWidth(NUMBER_WIDTH);
    Label after = new Label();
    after.getStyleClass().add("text2");
    // Beside a field as short as this there is room for what is wrong, instead of the unit.
    getChildren().setAll(line);
    wrong.getStyleClass().remove("setting-problem");
    after.visibleProperty().bind(wrong.visibleProperty().not());
    String name = field.getAccessibleText();
    field
        .accessibleTextProperty()
        .bind(after.textProperty().map(unit -> unit.isEmpty() ? name : name + ", " + unit));
    StackPane beside = new StackPane(after, wrong);
    beside.setAlignment(Pos.CENTER_LEFT);
    line.getChildren().add(beside);
    return after;
  }

  /** Says these words of the field where its section is not seen. */
  SettingRow heard(String words) {
    field.setAccessibleText(words);
    return this;
  }

  /** Sets it as code, with what stands there when nothing is given. */
  SettingRow code(String prompt) {
    field.getStyleClass().add("mono");
    field.setPromptText(prompt);
    return this;
  }

  /** Suggests what is known while something is typed. */
  SettingRow suggesting(Supplier<List<String>> known) {
    Suggestions.offer(field, known);
    return this;
  }

  /** Does that when Enter is pressed in the field, and nothing else then. */
  SettingRow onEnter(Runnable action) {
    field.setOnAction(
        event -> {
          action.run();
          event.consume();
        });
    return this;
  }

  /** Puts something behind the field. */
  SettingRow with(Node node) {
    line.getChildren().add(node);
    return this;
  }
}
