package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.ChosenImageModel.ChosenImage;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/** What can be done with the image that the pane shows. */
public final class ImageButtonsController {
  private static final String ICON_ONLY = "icon-only";

  private final ChosenImageModel model;
  private final CompareModel compares;
  private final UiTexts texts;

  private boolean wide;

  @FXML private Node buttons;
  @FXML private Node shellBox;
  @FXML private Button shell;
  @FXML private Button compare;
  @FXML private MenuButton moreActions;
  @FXML private MenuItem copyRun;
  @FXML private MenuItem installAgain;
  @FXML private MenuItem push;
  @FXML private Node pinBox;
  @FXML private Button pin;
  @FXML private Label why;
  @FXML private Node removeBox;
  @FXML private Button remove;

  /** For those models. */
  public ImageButtonsController(ChosenImageModel model, CompareModel compares, UiTexts texts) {
    this.model = model;
    this.compares = compares;
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
        shellBox,
        model
            .chosenProperty()
            .map(chosen -> chosen.canRun() ? texts.text("image.shell.tip") : chosen.runBlocked()));
    // Beside the others the narrow form has no room for its words.
    shell.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    shell.getStyleClass().add(ICON_ONLY);
    HoverTip.install(compare, texts.text("image.compare.tip"));
    HoverTip.install(moreActions, texts.text("image.more"));
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

  /** Shows what has no place in the narrow form. */
  void widen() {
    wide = true;
    show(model.chosenProperty().get());
    shell.setContentDisplay(ContentDisplay.LEFT);
    shell.getStyleClass().remove(ICON_ONLY);
    Nodes.show(moreActions, true);
    Nodes.show(why, true);
  }

  @FXML
  private void onShell() {
    model.openShell();
  }

  @FXML
  private void onCopyRun() {
    model.copyRun();
  }

  @FXML
  private void onInstallAgain() {
    model.installAgain();
  }

  @FXML
  private void onPush() {
    model.push();
  }

  @FXML
  private void onCompare() {
    compares.begin();
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
    shell.setDisable(!chosen.canRun());
    copyRun.setDisable(!chosen.canRun());
    installAgain.setDisable(!chosen.canInstall());
    push.setDisable(!model.canPush());
    Nodes.show(compare, wide && chosen.reference().isPresent());
    pin.setText(texts.text(chosen.pinned() ? "image.unpin" : "image.pin"));
    pin.setDisable(!chosen.canPin());
    remove.setDisable(!chosen.canRemove());
    why.setText(chosen.removeBlocked());
  }
}
