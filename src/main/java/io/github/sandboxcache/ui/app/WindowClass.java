package io.github.sandboxcache.ui.app;

import com.sun.glass.ui.Application;

/**
 * The name by which docks know that a window belongs to the app's desktop entry, on X11 its {@code
 * WM_CLASS}. JavaFX names the windows of all apps {@code java} unless a subclass of its {@code
 * Application} is started by its launcher, and has nothing public for it.
 */
final class WindowClass {
  /** As the desktop entry is called and has it as {@code StartupWMClass}. */
  static final String NAME = "io.github.sandboxcache.SandboxCache";

  private WindowClass() {}

  /** Names the windows that are opened from now on. FX thread only. */
  static void set() {
    Application.GetApplication().setName(NAME);
  }
}
