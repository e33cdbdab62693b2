package io.github.sandboxcache.ui.welcome;

import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.text.AttemptText;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.welcome.EnginePlaces.Answer;
import io.github.sandboxcache.ui.welcome.EnginePlaces.Row;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A place where an engine may be: a dot that says whether one answers, and who or why not. */
final class EnginePlaceCell extends ListCell<Row> {
  private final UiTexts texts;
  private final Region dot = new Region();
  private final Label name = new Label();
  private final Label place = Nodes.growing(new Label());
  private final Label answer = new Label();
  private final Label current = new Label();
  private final HBox parts = new HBox(dot, name, place, answer, current);
  private final HoverTip tip = HoverTip.on(this);

  EnginePlaceCell(UiTexts texts) {
    this.texts = texts;
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
    String called = PlainText.line(row.place().name());
    name.setText(called.isEmpty() ? AttemptText.source(row.place().source()) : called);
    place.setText(PlainText.line(row.place().place()));
    Words words = words(row.answer());
    Nodes.style(dot, "dot", words.look());
    Nodes.style(answer, "label", "small", words.look().equals("state-danger") ? "danger" : "text2");
    answer.setText(words.brief());
    Nodes.show(current, row.current());
    tip.setText(words.full());
    setAccessibleText(
        String.join(
            ", ",
            name.getText(),
            place.getText(),
            words.brief(),
            row.current() ? current.getText() : ""));
  }

  private record Words(String look, String brief, String full) {}

  private Words words(Answer of) {
    return switch (of) {
      case Answer.Awaited() -> new Words("state-idle", texts.text("choose.asking"), "");
      case Answer.Engine(EngineDescription engine) -> {
        String version = PlainText.line(engine.product() + " " + engine.version());
        yield new Words(
            "state-ok", version, texts.text("choose.answers", version, engine.apiVersion()));
      }
      case Answer.None(EngineAttempt why) ->
          new Words("state-danger", AttemptText.badge(why.failure()), AttemptText.explanation(why));
    };
  }
}
