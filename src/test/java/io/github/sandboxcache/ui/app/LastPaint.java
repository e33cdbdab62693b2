package io.github.sandboxcache.ui.app;

import java.lang.reflect.Field;
import java.util.Arrays;

/**
 * What the toolkit's painter remembers of the last frame: for each place that changed, the way of
 * nodes to it. That keeps a closed window until another one paints as many places, which is no
 * fault of the window.
 */
final class LastPaint {
  private LastPaint() {}

  /** Has the painter forget it. */
  static void forget() {
    Toolkit.frames(2);
    Toolkit.run(
        () -> {
          try {
            Field paths =
                Class.forName("com.sun.javafx.tk.quantum.ViewPainter")
                    .getDeclaredField("ROOT_PATHS");
            paths.setAccessible(true);
            // It makes a place's when it needs it first.
            Arrays.fill((Object[]) paths.get(null), null);
          } catch (ReflectiveOperationException e) {
            throw new LinkageError("the painter has changed", e);
          }
        });
  }
}
