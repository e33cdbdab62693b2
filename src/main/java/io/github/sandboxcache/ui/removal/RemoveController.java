package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.InitialFocus;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.PackageLabel;
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

/** Asks whether to remove the chosen images. Enter does, for it can be undone. */
public final class RemoveController {
  private static final double ROW_HEIGHT = 26;
  private static final int ROWS_SHOWN = 8;
  private static final double LIST_PADDING = 12;

  private final RemoveModel model;
  private final Duration countdown;
  private final Consumer<RemovalPlan> agreed;
  private final Runnable close;
  private final UiTexts texts;

  @FXML private VBox root;
  @FXML private Label title;
  @FXML private Label note;
  @FXML private ScrollPane scroll;
  @FXML private VBox images;
  @FXML private Label frees;
  @FXML private VBox staying;
  @FXML private Label foot;
  @FXML private Button cancel;
  @FXML private Button confirm;

  RemoveController(
      RemoveModel model,
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
   * The dialog for those images.
   *
   * @param agreed starts the announced removal after its countdown
   * @param close closes the dialog; nothing happens
   */
  public static Region dialog(
      RemoveModel model,
      Duration countdown,
      Consumer<RemovalPlan> agreed,
      Runnable close,
      UiTexts texts) {
    return (Region)
        new FxmlViews(texts)
            .with(
                RemoveController.class,
                () -> new RemoveController(model, countdown, agreed, close, texts))
            .load(RemoveController.class)
            .root();
  }

  @FXML
  void initialize() {
    int going = model.plan().removals().size();
    title.setText(texts.text("remove.title", going));
    note.setText(texts.text("remove.note", going));
    images.getChildren().setAll(model.plan().removals().stream().map(this::row).toList());
    scroll.setPrefHeight(Math.min(going, ROWS_SHOWN) * ROW_HEIGHT + LIST_PADDING);
    place(scroll, going > 0);
    frees.setText(FreedText.sentence(texts, model.freed(), going));
    staying
        .getChildren()
        .setAll(model.plan().kept().stream().map(kept -> KeptRow.of(kept, texts)).toList());
    place(staying, !model.plan().kept().isEmpty());
    foot.setText(texts.text("clear.foot", countdown.toSeconds()));
    confirm.setText(texts.text("remove.do", going));
    confirm.setDisable(going == 0);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    InitialFocus.in(root, going == 0 ? cancel::requestFocus : confirm::requestFocus);
  }

  @FXML
  void close() {
    close.run();
  }

  @FXML
  void remove() {
    agreed.accept(model.plan());
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      if (confirm.isFocused()) {
        remove();
      } else {
        close();
      }
      event.consume();
    }
  }

  private Node row(CachedImage image) {
    Region dot = new Region();
    dot.getStyleClass().addAll("dot", LanguageLook.styleClass(image.language()));
    Label name = new Label(LanguageLook.displayName(image.language()));
    name.setMinWidth(Region.USE_PREF_SIZE);
    Label key = new Label(image.reference().tag());
    key.getStyleClass().add("mono");
    key.setMinWidth(Region.USE_PREF_SIZE);
    Label packages =
        new Label(
            image
                .packages()
                .map(PackageLabel::line)
                .orElseGet(() -> texts.text("prune.packages.unknown")));
    packages.getStyleClass().addAll("small", "text2");
    packages.setMinWidth(0);
    packages.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(packages, Priority.ALWAYS);
    Label size = new Label(DecimalSize.text(image.image().ownOrAllBytes()));
    size.getStyleClass().add("size");
    HBox row = new HBox(dot, name, key, packages, size);
    row.getStyleClass().add("clear-row");
    return row;
  }

  private static void place(Node part, boolean there) {
    part.setVisible(there);
    part.setManaged(there);
  }
}
