package io.github.sandboxcache.ui.base;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The layer over the main window: dialogs on a scrim, and the message above the status bar. FX
 * thread only.
 */
public final class Overlays extends StackPane {
  private static final double TOAST_ABOVE = 40;
  private static final double NOTE_GAP = 8;
  private static final double DIALOG_MARGIN = 16;
  private static final double POPOVER_GAP = 6;
  private static final double POPOVER_EDGE = 7;
  private static final double STATUS_BAR = 28;
  private static final double BELOW_TOP = 64;

  private final Deque<OpenDialog> dialogs = new ArrayDeque<>();
  private Optional<Region> toast = Optional.empty();

  private record OpenDialog(StackPane scrim, Runnable onClosed, FocusBefore focusBefore) {}

  /** Nothing over the window yet. */
  public Overlays() {
    setPickOnBounds(false);
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    sceneProperty().addListener((_, _, scene) -> watchFocus(scene));
  }

  /**
   * Shows a dialog in the middle, over a scrim that keeps everything else from being used. It gets
   * the focus; Esc, its buttons of the style class {@code closes} and {@link #closeDialog} close
   * it, and the focus returns to where it was.
   *
   * @param dialog its content; the style classes {@code floating dialog} give its edge
   * @param onClosed called once it is closed, however that came
   */
  public void showDialog(Region dialog, Runnable onClosed) {
    StackPane scrim = new StackPane(dialog);
    scrim.getStyleClass().add("scrim");
    scrim.setPadding(new Insets(DIALOG_MARGIN));
    dialog.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    open(scrim, dialog, onClosed);
  }

  /** Shows a dialog of which nothing has to be done once it is closed. */
  public void showDialog(Region dialog) {
    showDialog(dialog, () -> {});
  }

  /**
   * Shows a dialog that hangs beneath a control, without darkening the window; a click beside it
   * closes it too.
   *
   * @param anchor the control it opens from, in a scene
   */
  public void showPopover(Node anchor, Region dialog, Runnable onClosed) {
    Bounds bounds = anchor.localToScene(anchor.getBoundsInLocal());
    setMargin(
        dialog,
        new Insets(
            bounds.getMaxY() + POPOVER_GAP, POPOVER_EDGE, STATUS_BAR + POPOVER_EDGE, POPOVER_EDGE));
    showLightly(dialog, Pos.TOP_RIGHT, onClosed);
  }

  /** Shows a dialog near the upper edge, in the same way. */
  public void showAtTop(Region dialog) {
    setMargin(dialog, new Insets(BELOW_TOP, POPOVER_EDGE, POPOVER_EDGE, POPOVER_EDGE));
    showLightly(dialog, Pos.TOP_CENTER, () -> {});
  }

  private void showLightly(Region dialog, Pos place, Runnable onClosed) {
    StackPane layer = new StackPane(dialog);
    setAlignment(dialog, place);
    layer.setOnMousePressed(
        event -> {
          if (layer.equals(event.getTarget())) {
            closeDialog();
          }
        });
    open(layer, dialog, onClosed);
  }

  private void open(StackPane layer, Region dialog, Runnable onClosed) {
    layer.setPickOnBounds(true);
    layer.addEventHandler(ActionEvent.ACTION, this::onAction);
    dialogs.push(new OpenDialog(layer, onClosed, FocusBefore.in(getScene())));
    getChildren().add(layer);
    boolean _ = KeyboardFocus.enter(dialog);
  }

  private void onAction(ActionEvent event) {
    if (event.getTarget() instanceof Button button && button.getStyleClass().contains("closes")) {
      closeDialog();
    }
  }

  /** Closes the dialog that is on top; does nothing without one. */
  public void closeDialog() {
    if (dialogs.isEmpty()) {
      return;
    }
    OpenDialog closed = dialogs.pop();
    getChildren().remove(closed.scrim());
    closed.focusBefore().giveBack();
    closed.onClosed().run();
  }

  /** Whether a dialog is open. */
  public boolean isDialogOpen() {
    return !dialogs.isEmpty();
  }

  /** Whether the window has the keyboard, so that its user likely looks at it. */
  public boolean isWindowInFront() {
    return Optional.ofNullable(getScene())
        .map(Scene::getWindow)
        .filter(Window::isFocused)
        .isPresent();
  }

  /** Shows a short message above the status bar, in the place of any other. */
  public void showToast(Region message) {
    toast.ifPresent(getChildren()::remove);
    toast = Optional.of(message);
    message.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    setAlignment(message, Pos.BOTTOM_CENTER);
    setMargin(message, new Insets(0, 0, TOAST_ABOVE, 0));
    getChildren().addFirst(message);
  }

  /** Takes the message away; does nothing when another one has taken its place. */
  public void hideToast(Region message) {
    if (toast.filter(message::equals).isPresent()) {
      getChildren().remove(message);
      toast = Optional.empty();
    }
  }

  /**
   * Shows some words over everything, dialogs and the message included, of which it leaves the
   * latter in sight. Neither mouse nor keyboard notices it.
   */
  void showNote(Region note) {
    note.setMouseTransparent(true);
    note.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    double above = toast.map(message -> message.getHeight() + NOTE_GAP).orElse(0.0);
    setAlignment(note, Pos.BOTTOM_CENTER);
    setMargin(note, new Insets(0, DIALOG_MARGIN, TOAST_ABOVE + above, DIALOG_MARGIN));
    getChildren().remove(note);
    getChildren().add(note);
  }

  /** Takes those words away. */
  void hideNote(Region note) {
    getChildren().remove(note);
  }

  /** Focus that leaves the dialog on top, as by Tab at its end, comes back to its start. */
  private void watchFocus(@Nullable Scene scene) {
    if (scene == null) {
      return;
    }
    scene
        .focusOwnerProperty()
        .addListener(
            (_, _, owner) -> {
              OpenDialog top = dialogs.peek();
              if (owner != null && top != null && !isIn(owner, top.scrim())) {
                boolean _ = KeyboardFocus.enter(top.scrim());
              }
            });
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && isDialogOpen()) {
      closeDialog();
      event.consume();
    }
  }

  private static boolean isIn(Node node, Node ancestor) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(ancestor)) {
        return true;
      }
    }
    return false;
  }
}
