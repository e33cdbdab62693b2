package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.InitialFocus;
import io.github.sandboxcache.ui.base.LanguageLook;
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
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks whether to clear, naming what goes and what stays. Enter alone cancels. */
public final class ClearController {
  private static final int KEPT_SHOWN = 4;
  private static final double ROW_HEIGHT = 26;
  private static final int ROWS_SHOWN = 8;
  private static final double LIST_PADDING = 12;

  private final ClearModel model;
  private final Duration countdown;
  private final Consumer<RemovalPlan> agreed;
  private final Runnable close;
  private final UiTexts texts;

  @FXML private VBox root;
  @FXML private Label title;
  @FXML private ScrollPane scroll;
  @FXML private VBox groups;
  @FXML private Label frees;
  @FXML private VBox staying;
  @FXML private Label foot;
  @FXML private Button cancel;
  @FXML private Button confirm;

  ClearController(
      ClearModel model,
      Duration countdown,
      Consumer<RemovalPlan> agreed,
      Runnable close,
      UiTexts texts) {
    this.model = model;
    this.countdown = countdown;
    this.agreed = agreed;
    this.close = close;
    this.texts = texts;
  }

  /**
   * The dialog for what the cache holds now.
   *
   * @param agreed starts the announced removal after its countdown
   * @param close closes the dialog; nothing happens
   */
  public static Region dialog(
      ClearModel model,
      Duration countdown,
      Consumer<RemovalPlan> agreed,
      Runnable close,
      UiTexts texts) {
    return (Region)
        new FxmlViews(texts)
            .with(
                ClearController.class,
                () -> new ClearController(model, countdown, agreed, close, texts))
            .load(ClearController.class)
            .root();
  }

  @FXML
  void initialize() {
    int going = model.plan().removals().size();
    title.setText(texts.text("clear.title", going));
    groups.getChildren().setAll(model.groups().stream().map(this::row).toList());
    scroll.setPrefHeight(Math.min(model.groups().size(), ROWS_SHOWN) * ROW_HEIGHT + LIST_PADDING);
    frees.setText(FreedText.sentence(texts, model.freed(), going));
    showStaying();
    foot.setText(texts.text("clear.foot", countdown.toSeconds()));
    confirm.setText(texts.text("clear.do", going));
    confirm.setDisable(going == 0);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    InitialFocus.in(root, cancel::requestFocus);
  }

  @FXML
  void close() {
    close.run();
  }

  @FXML
  void clear() {
    agreed.accept(model.plan());
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      if (confirm.isFocused()) {
        clear();
      } else {
        close();
      }
      event.consume();
    }
  }

  private void showStaying() {
    model.plan().kept().stream()
        .limit(KEPT_SHOWN)
        .map(kept -> KeptRow.of(kept, texts))
        .forEach(staying.getChildren()::add);
    int more = model.plan().kept().size() - KEPT_SHOWN;
    if (more > 0) {
      staying.getChildren().add(KeptRow.of("stays", texts.text("clear.stay.more", more)));
    }
    if (model.baseImages() > 0) {
      staying
          .getChildren()
          .add(KeptRow.of("layers", texts.text("clear.stay.base", model.baseImages())));
    }
  }

  private Node row(ClearModel.Group group) {
    Region dot = new Region();
    dot.getStyleClass().addAll("dot", LanguageLook.styleClass(group.language()));
    Label name = new Label(LanguageLook.displayName(group.language()));
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    Label images = new Label(texts.text("prune.images", group.images()));
    images.getStyleClass().addAll("text2", "images");
    Label size = new Label(DecimalSize.of(group.freed().bytes()).toString());
    size.getStyleClass().add("size");
    HBox row = new HBox(dot, name, images, size);
    row.getStyleClass().add("clear-row");
    return row;
  }
}
