package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.ChosenImageModel.ChosenImage;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** What can be done with the image that the pane shows. */
public final class ImageButtonsController {
  private final ChosenImageModel model;
  private final UiTexts texts;

  private boolean wide;

  @FXML private Node buttons;
  @FXML private Button copyName;
  @FXML private Node pinBox;
  @FXML private Button pin;
  @FXML private Label why;
  @FXML private Node removeBox;
  @FXML private Button remove;

  /** For that model. */
  public ImageButtonsController(ChosenImageModel model, UiTexts texts) {
    this.model = model;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    model.chosenProperty().subscribe(this::show);
    HoverTip.bind(
        pinBox,
        model
            .chosenProperty()
            .map(
                chosen ->
                    chosen.pinBlocked().isEmpty()
                        ? texts.text(chosen.pinned() ? "image.unpin.tip" : "image.pin.tip")
                        : chosen.pinBlocked()));
    HoverTip.bind(
        removeBox,
        model
            .chosenProperty()
            .map(
                chosen ->
                    chosen.removeBlocked().isEmpty()
                        ? texts.text("image.remove.tip")
                        : chosen.removeBlocked()));
    HoverTip.bind(why, model.chosenProperty().map(ChosenImage::removeBlocked));
  }

  /** Shows what has no place in the narrow form, where the pane's head copies the name. */
  void widen() {
    wide = true;
    show(model.chosenProperty().get());
    Nodes.show(copyName, true);
    Nodes.show(why, true);
  }

  @FXML
  private void onCopy() {
    model.copyName();
  }

  @FXML
  private void onPin() {
    model.togglePin();
  }

  @FXML
  private void onRemove() {
    model.remove();
  }

  private void show(ChosenImage chosen) {
    Nodes.show(buttons, wide || chosen.reference().isPresent());
    Nodes.show(pinBox, chosen.reference().isPresent());
    Nodes.show(removeBox, chosen.reference().isPresent());
    pin.setText(texts.text(chosen.pinned() ? "image.unpin" : "image.pin"));
    pin.setDisable(!chosen.canPin());
    remove.setDisable(!chosen.canRemove());
    why.setText(chosen.removeBlocked());
  }
}
