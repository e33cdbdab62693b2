package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.Overlays;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.tasks.TaskCard.Mark;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;

/** A short message with at most two things to do and, for a countdown, a bar that shrinks. */
public final class ToastController {
  private static final String SEPARATOR = " \u00b7 ";
  private static final double WIDE = 560;

  /** More would take several lines beside a button. */
  private static final int MUCH_TEXT = 48;

  private final Overlays overlays;
  private final Runnable onClose;

  @FXML private StackPane root;
  @FXML private Icon mark;
  @FXML private Text headline;
  @FXML private Text rest;
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
    boolean much = headline.getText().length() + rest.getText().length() > MUCH_TEXT;
    if (other.isManaged() || much) {
      root.setPrefWidth(WIDE);
    }
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
    rest.setText(text);
    root.setAccessibleText(text);
  }

  /**
   * Says what happens or happened, and then what else there is to know of it.
   *
   * @param mark the icon, of which red stands out
   * @param more may be empty
   */
  void say(Mark mark, String what, String more) {
    this.mark.setName(mark.icon());
    Nodes.style(this.mark, "icon", mark.style());
    headline.setText(what);
    rest.setText(more.isEmpty() ? "" : SEPARATOR + more);
    Nodes.style(rest, "toast-text", "quiet");
    root.setAccessibleText(what + rest.getText());
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
