package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.Overlays;
import io.github.sandboxcache.ui.base.UiTexts;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A short message with at most two things to do and, for a countdown, a bar that shrinks. */
public final class ToastController {
  private static final double WIDE = 560;

  private final Overlays overlays;
  private final Runnable onClose;

  @FXML private StackPane root;
  @FXML private Icon mark;
  @FXML private Label message;
  @FXML private Button other;
  @FXML private Button action;
  @FXML private Region bar;

  private ToastController(Overlays overlays, Runnable onClose) {
    this.overlays = overlays;
    this.onClose = onClose;
  }

  /**
   * A toast that is not yet shown.
   *
   * @param onClose called when it is taken away by {@link #close}
   */
  static ToastController create(UiTexts texts, Overlays overlays, Runnable onClose) {
    ToastController toast = new ToastController(overlays, onClose);
    Region _ = FxmlViews.view(toast, texts);
    return toast;
  }

  /** Shows a message that stays until the user closes it, or another one comes. */
  public static void showUntilClosed(Overlays overlays, String icon, String text, UiTexts texts) {
    ToastController toast = create(texts, overlays, () -> {});
    toast.say(icon, text);
    toast.root.setPrefWidth(WIDE);
    toast.show();
  }

  /** The same with something to do. */
  public static void showOffering(
      Overlays overlays, String icon, String text, String action, Runnable todo, UiTexts texts) {
    ToastController toast = create(texts, overlays, () -> {});
    toast.say(icon, text);
    toast.offer(
        action,
        () -> {
          toast.close();
          todo.run();
        });
    toast.show();
  }

  void show() {
    overlays.showToast(root);
  }

  @FXML
  void initialize() {
    bar.setVisible(false);
    Nodes.show(action, false);
    Nodes.show(other, false);
  }

  @FXML
  void close() {
    overlays.hideToast(root);
    onClose.run();
  }

  void say(String icon, String text) {
    mark.setName(icon);
    message.setText(text);
  }

  void offer(String text, Runnable todo) {
    action.setText(text);
    action.setOnAction(_ -> todo.run());
    Nodes.show(action, true);
  }

  /** Offers one more thing, before the other. */
  void offerAlso(String text, Runnable todo) {
    other.setText(text);
    other.setOnAction(_ -> todo.run());
    Nodes.show(other, true);
  }

  /** Shows how much is left, 1 to 0. */
  void showLeft(double share) {
    bar.setVisible(true);
    double full = root.getWidth() - root.snappedLeftInset() - root.snappedRightInset();
    bar.setMaxWidth(Math.max(0, full * share));
  }
}
