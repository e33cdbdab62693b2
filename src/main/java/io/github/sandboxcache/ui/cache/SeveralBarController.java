package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** What can be done with the images that are chosen together, and what it does to the disk. */
public final class SeveralBarController {
  private static final double MIN_WIDTH_FOR_WORDS = 860;
  private static final String ICON_ONLY = "icon-only";

  private final SeveralModel model;
  private final UiTexts texts;

  @FXML private Region bar;
  @FXML private Label title;
  @FXML private Label effects;
  @FXML private Button pinAll;
  @FXML private Node compareBox;
  @FXML private Button compareTwo;
  @FXML private Button pushAll;
  @FXML private Node removeBox;
  @FXML private Button removeAll;
  @FXML private Button endSeveral;

  private HoverTip effectsTip;
  private HoverTip removeTip;
  private HoverTip pushTip;

  /** For that model. */
  public SeveralBarController(SeveralModel model, UiTexts texts) {
    this.model = model;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    effectsTip = HoverTip.install(effects, "");
    pushTip = HoverTip.install(pushAll, "");
    removeTip = HoverTip.install(removeBox, "");
    HoverTip.install(compareBox, texts.text("several.compare.tip"));
    HoverTip.install(endSeveral, texts.text("several.end"));
    bar.widthProperty()
        .map(width -> width.doubleValue() < MIN_WIDTH_FOR_WORDS)
        .subscribe(this::shorten);
    model.viewProperty().subscribe(this::show);
  }

  @FXML
  private void onPin() {
    model.pin();
  }

  @FXML
  private void onCompare() {
    model.compare();
  }

  @FXML
  private void onPush() {
    model.push();
  }

  @FXML
  private void onRemove() {
    model.remove();
  }

  @FXML
  private void onClose() {
    model.end();
  }

  private void shorten(boolean narrow) {
    for (Button button : List.of(compareTwo, pushAll)) {
      button.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
      button.getStyleClass().remove(ICON_ONLY);
      if (narrow) {
        button.getStyleClass().add(ICON_ONLY);
      }
    }
  }

  private void show(Optional<SeveralImages> shown) {
    Nodes.show(bar, shown.isPresent());
    shown.ifPresent(this::show);
  }

  private void show(SeveralImages several) {
    title.setText(several.title());
    effects.setText(several.effects());
    effectsTip.setText(several.effects());
    pinAll.setText(several.pinText(texts));
    compareTwo.setDisable(several.images().size() != 2);
    String push = texts.text("several.push", several.images().size());
    pushAll.setAccessibleText(push);
    pushTip.setText(push);
    pushAll.setDisable(!model.canPush());
    int going = several.plan().removals().size();
    removeAll.setText(texts.text("several.remove", going));
    removeAll.setDisable(!model.canRemove());
    removeTip.setText(
        !model.blocked().isEmpty()
            ? model.blocked()
            : texts.text(going == 0 ? "several.sentence.none" : "several.remove.tip"));
  }
}
