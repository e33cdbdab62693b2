package io.github.sandboxcache.ui.welcome;

import io.github.sandboxcache.service.EngineSurvey.Answer;
import io.github.sandboxcache.ui.base.EnginePlaceText;
import io.github.sandboxcache.ui.base.EnginePlaces.Row;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A place where an engine may be: a dot that says whether one answers, and who or why not. */
final class EnginePlaceCell extends ListCell<Row> {
  private final Region dot = new Region();
  private final Label name = new Label();
  private final Label place = Nodes.growing(new Label());
  private final Label answer = new Label();
  private final Label current = new Label();
  private final HBox parts = new HBox(dot, name, place, answer, current);
  private final HoverTip tip = HoverTip.on(this);

  EnginePlaceCell(UiTexts texts) {
    name.getStyleClass().add("medium");
    name.setMinWidth(USE_PREF_SIZE);
    place.getStyleClass().addAll("mono", "text2");
    answer.setMinWidth(USE_PREF_SIZE);
    current.setText(texts.text("choose.current"));
    current.getStyleClass().addAll("tag", "accent");
    current.setMinWidth(USE_PREF_SIZE);
    parts.getStyleClass().add("engine-place");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Row row, boolean empty) {
    super.updateItem(row, empty);
    if (row == null || empty) {
      setGraphic(null);
      tip.setText("");
      setAccessibleText("");
    } else {
      show(row);
      setGraphic(parts);
    }
  }

  private void show(Row row) {
    EnginePlaceText words = EnginePlaceText.of(row);
    boolean failed = row.answer().filter(Answer.None.class::isInstance).isPresent();
    name.setText(words.name());
    place.setText(words.place());
    Nodes.style(dot, "dot", words.dotClass());
    Nodes.style(answer, "label", "small", failed ? "danger" : "text2");
    answer.setText(words.brief());
    Nodes.show(current, row.current());
    tip.setText(words.full());
    setAccessibleText(
        String.join(
            ", ",
            words.name(),
            words.place(),
            words.brief(),
            row.current() ? current.getText() : ""));
  }
}
