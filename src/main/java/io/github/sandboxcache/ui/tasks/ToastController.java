package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.FxmlViews.LoadedView;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.Overlays;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A short message with at most one thing to do and, for a countdown, a bar that shrinks. */
public final class ToastController {
  private static final double WIDE = 560;
  private static final double HIGH = 72;

  private final Runnable onClose;

  @FXML private StackPane root;
  @FXML private Icon mark;
  @FXML private Label message;
  @FXML private Button action;
  @FXML private Region bar;

  private ToastController(Runnable onClose) {
    this.onClose = onClose;
  }

  static ToastController create(UiTexts texts, Runnable onClose) {
    LoadedView<ToastController> loaded =
        new FxmlViews(texts)
            .with(ToastController.class, () -> new ToastController(onClose))
            .load(ToastController.class);
    return loaded.controller();
  }

  /** Shows a message that stays until the user closes it, or another one comes. */
  public static void showUntilClosed(Overlays overlays, String icon, String text, UiTexts texts) {
    List<ToastController> shown = new ArrayList<>();
    ToastController toast =
        create(texts, () -> shown.forEach(each -> overlays.hideToast(each.view())));
    shown.add(toast);
    toast.say(icon, text);
    toast.makeRoom();
    overlays.showToast(toast.view());
  }

  /** For a message of several lines. */
  private void makeRoom() {
    message.setWrapText(true);
    root.setPrefWidth(WIDE);
    root.setPrefHeight(HIGH);
  }

  Region view() {
    return root;
  }

  @FXML
  void initialize() {
    bar.setVisible(false);
    action.setManaged(false);
    action.setVisible(false);
  }

  @FXML
  void close() {
    onClose.run();
  }

  void say(String icon, String text) {
    mark.setName(icon);
    message.setText(text);
  }

  void offer(String text, Runnable todo) {
    action.setText(text);
    action.setOnAction(_ -> todo.run());
    action.setManaged(true);
    action.setVisible(true);
  }

  /** Shows how much is left, 1 to 0. */
  void showLeft(double share) {
    bar.setVisible(true);
    double full = root.getWidth() - root.snappedLeftInset() - root.snappedRightInset();
    bar.setMaxWidth(Math.max(0, full * share));
  }
}
