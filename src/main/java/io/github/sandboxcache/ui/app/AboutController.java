package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.domain.settings.AppDirectories;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.Versions;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** The dialog about the app itself. */
public final class AboutController {
  private final Diagnostics about;
  private final Consumer<String> copyText;
  private final UiTexts texts;

  @FXML private Region root;
  @FXML private Label version;
  @FXML private GridPane versions;
  @FXML private GridPane places;
  @FXML private GridPane components;
  @FXML private Label foot;
  @FXML private Button close;

  AboutController(Diagnostics about, Consumer<String> copyText, UiTexts texts) {
    this.about = about;
    this.copyText = copyText;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    Versions running = about.facts().versions();
    version.setText(texts.text("about.version", running.app()));
    add(versions, texts.text("about.engine"), engine(), "");
    add(versions, texts.text("about.java"), running.java(), "");
    add(versions, texts.text("about.javafx"), running.toolkit(), "");
    add(
        versions,
        texts.text("about.system"),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        "");
    AppDirectories directories = about.facts().directories();
    add(places, texts.text("about.place.settings"), directories.config().toString(), "mono");
    add(places, texts.text("about.place.usage"), directories.data().toString(), "mono");
    add(places, texts.text("about.place.lists"), directories.cache().toString(), "mono");
    add(places, texts.text("about.place.logs"), directories.logs().toString(), "mono");
    ShippedComponents.all().forEach(each -> add(components, each.name(), each.licence(), "text2"));
    foot.setText(texts.text("about.diagnostics.note"));
    Nodes.focusFirst(root, close::requestFocus);
  }

  @FXML
  void copyDiagnostics() {
    copyText.accept(about.text());
  }

  private String engine() {
    return about
        .engine()
        .map(
            engine ->
                engine.sample() ? texts.text("about.engine.sample") : PlainText.line(line(engine)))
        .orElse(texts.text("about.engine.none"));
  }

  private String line(EngineDescription engine) {
    return texts.text(
        "about.engine.detail", engine.product(), engine.version(), engine.apiVersion());
  }

  private static void add(GridPane grid, String name, String value, String style) {
    Label left = new Label(name);
    left.getStyleClass().add("text2");
    left.setMinWidth(Region.USE_PREF_SIZE);
    Label right = new Label(value);
    right.setMinWidth(0);
    HoverTip.install(right, value);
    if (!style.isEmpty()) {
      right.getStyleClass().add(style);
    }
    left.setLabelFor(right);
    grid.addRow(grid.getRowCount(), left, right);
  }
}
