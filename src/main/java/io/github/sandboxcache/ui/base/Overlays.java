package io.github.sandboxcache.ui.base;

import javafx.scene.layout.Region;

/** What can lie over the main window. FX thread only. */
public interface Overlays {
  /**
   * Shows a dialog in the middle, over a scrim that keeps everything else from being used. It gets
   * the focus; Esc and {@link #closeDialog} close it, and the focus returns to where it was.
   *
   * @param dialog its content; the style classes {@code floating dialog} give its edge
   * @param onClosed called once it is closed, however that came
   */
  void showDialog(Region dialog, Runnable onClosed);

  /** Closes the dialog that is on top; does nothing without one. */
  void closeDialog();

  /** Whether a dialog is open. */
  boolean isDialogOpen();

  /** Whether the window has the keyboard, so that its user likely looks at it. */
  boolean isWindowInFront();

  /** Shows a short message above the status bar, in the place of any other. */
  void showToast(Region toast);

  /** Takes the message away; does nothing when another one has taken its place. */
  void hideToast(Region toast);
}
