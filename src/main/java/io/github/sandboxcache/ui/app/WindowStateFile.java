package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.settings.StoredValue;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the window's state across restarts. Losing it is no harm, so failures are only logged. */
public final class WindowStateFile {
  private static final Logger LOG = LoggerFactory.getLogger(WindowStateFile.class);

  private final StoredValue<WindowStateContent> file;

  /** In that file. */
  public WindowStateFile(StoredValue<WindowStateContent> file) {
    this.file = file;
  }

  /** The state as it was left; the default when there is no readable file. */
  public WindowState load() {
    try {
      return file.load().map(WindowStateContent::toState).orElse(WindowState.DEFAULT);
    } catch (IOException | RuntimeException e) {
      LOG.warn("The window's state is not legible, so it opens with the default", e);
      return WindowState.DEFAULT;
    }
  }

  /** Keeps the state. Waits for the disk: not for the FX thread. */
  public void save(WindowState state) {
    try {
      file.save(WindowStateContent.of(state));
    } catch (IOException e) {
      LOG.warn("The window's state cannot be kept", e);
    }
  }
}
