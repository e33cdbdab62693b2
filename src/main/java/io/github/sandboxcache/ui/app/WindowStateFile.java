package io.github.sandboxcache.ui.app;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the window's state across restarts. Losing it is no harm, so failures are only logged. */
public final class WindowStateFile {
  private static final Logger LOG = LoggerFactory.getLogger(WindowStateFile.class);

  private final Path file;
  private final ObjectMapper json = new ObjectMapper();

  /** In that file. */
  public WindowStateFile(Path file) {
    this.file = file;
  }

  /** The state as it was left; the default when there is no readable file. */
  public WindowState load() {
    if (!Files.exists(file)) {
      return WindowState.DEFAULT;
    }
    try {
      return json.readValue(file.toFile(), WindowStateContent.class).toState();
    } catch (JacksonException e) {
      LOG.warn(
          "The window's state in {} is not readable, so it opens as at first: {}",
          file,
          e.getOriginalMessage());
    } catch (IOException e) {
      LOG.warn("The window's state in {} cannot be read, so it opens as at first", file, e);
    }
    return WindowState.DEFAULT;
  }

  /** Keeps the state. Waits for the disk: not for the FX thread. */
  public void save(WindowState state) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), WindowStateContent.of(state));
    } catch (IOException e) {
      LOG.warn("The window's state cannot be kept in {}", file, e);
    }
  }
}
