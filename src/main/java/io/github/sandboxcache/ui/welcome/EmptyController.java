package io.github.sandboxcache.ui.welcome;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The page of a cache without images. */
public final class EmptyController {
  private final EmptyModel model;
  private final Runnable install;
  private final Runnable openSample;
  private final UiTexts texts;

  @FXML private VBox ghost;
  @FXML private Label baseNote;
  @FXML private FlowPane bases;

  /** The page's controller. */
  public EmptyController(EmptyModel model, Runnable install, Runnable openSample, UiTexts texts) {
    this.model = model;
    this.install = install;
    this.openSample = openSample;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    GhostTable.drawInto(
        ghost,
        List.of(
            texts.text("empty.column.image"),
            texts.text("empty.column.packages"),
            texts.text("empty.column.size"),
            texts.text("empty.column.created")));
    baseNote.setText(texts.text(model.found().isEmpty() ? "empty.bases.none" : "empty.bases"));
    bases.getChildren().setAll(model.found().stream().map(EmptyController::base).toList());
  }

  @FXML
  void install() {
    install.run();
  }

  @FXML
  void sample() {
    openSample.run();
  }

  private static Node base(EmptyModel.Found found) {
    Region dot = new Region();
    dot.getStyleClass()
        .addAll(
            "dot",
            Language.parse(found.language())
                .map(LanguageLook::styleClass)
                .orElse(LanguageLook.UNKNOWN));
    Label name = new Label(PlainText.line(found.reference()));
    name.getStyleClass().add("mono");
    Label size = new Label(DecimalSize.text(found.sizeBytes()));
    size.getStyleClass().addAll("text2", "small");
    HBox row = new HBox(dot, name, size);
    row.getStyleClass().add("base-found");
    return row;
  }
}
