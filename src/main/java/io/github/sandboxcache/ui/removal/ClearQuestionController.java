package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks whether to clear, naming what is removed and what is kept. Enter alone cancels. */
public final class ClearQuestionController {
  private static final int KEPT_SHOWN = 4;
  private static final double ROW_HEIGHT = 26;
  private static final int ROWS_SHOWN = 8;
  private static final double LIST_PADDING = 12;

  private final ClearQuestion question;
  private final Duration countdown;
  private final Consumer<RemovalPlan> agreed;
  private final UiTexts texts;

  @FXML private VBox root;
  @FXML private Label title;
  @FXML private Label note;
  @FXML private ScrollPane scroll;
  @FXML private VBox removals;
  @FXML private Label frees;
  @FXML private VBox staying;
  @FXML private Label foot;
  @FXML private Button cancel;
  @FXML private Button confirm;

  ClearQuestionController(
      ClearQuestion question, Duration countdown, Consumer<RemovalPlan> agreed, UiTexts texts) {
    this.question = question;
    this.countdown = countdown;
    this.agreed = agreed;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    int count = question.plan().removals().size();
    title.setText(texts.text("clear.title", count));
    note.setText(texts.text("clear.note"));
    question.groups().forEach(group -> removals.getChildren().add(row(group)));
    showKept();
    confirm.setText(texts.text("clear.do", count));
    int rows = removals.getChildren().size();
    scroll.setPrefHeight(Math.min(rows, ROWS_SHOWN) * ROW_HEIGHT + LIST_PADDING);
    Nodes.show(scroll, rows > 0);
    Nodes.show(staying, !staying.getChildren().isEmpty());
    frees.setText(FreedText.sentence(texts, question.plan().frees(), count));
    foot.setText(texts.text("clear.foot", countdown.toSeconds()));
    confirm.setDisable(count == 0);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    Nodes.focusFirst(root, cancel::requestFocus);
  }

  private void showKept() {
    question.plan().kept().stream()
        .limit(KEPT_SHOWN)
        .map(kept -> KeptRow.of(kept, texts))
        .forEach(staying.getChildren()::add);
    int more = question.plan().kept().size() - KEPT_SHOWN;
    if (more > 0) {
      staying.getChildren().add(KeptRow.of("stays", texts.text("clear.stay.more", more)));
    }
    if (question.baseImages() > 0) {
      String kept = texts.text("clear.stay.base", question.baseImages());
      staying.getChildren().add(KeptRow.of("layers", kept));
    }
  }

  @FXML
  void confirm() {
    agreed.accept(question.plan());
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      (confirm.isFocused() ? confirm : cancel).fire();
      event.consume();
    }
  }

  private Node row(ClearQuestion.Group group) {
    Label name = Nodes.growing(new Label(LanguageLook.displayName(group.language())));
    Label images = new Label(texts.text("prune.images", group.images()));
    images.getStyleClass().addAll("text2", "images");
    Label size = new Label(ByteText.cell(group.freed()));
    return row(group.language(), size, name, images);
  }

  private static Node row(Language language, Label size, Label... parts) {
    Region dot = new Region();
    dot.getStyleClass().addAll("dot", LanguageLook.styleClass(language));
    size.getStyleClass().add("size");
    HBox row = new HBox(dot);
    row.getChildren().addAll(parts);
    row.getChildren().add(size);
    row.getStyleClass().add("removal-row");
    return row;
  }
}
