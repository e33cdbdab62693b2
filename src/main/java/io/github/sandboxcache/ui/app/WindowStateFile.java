package io.github.sandboxcache.ui.app;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sandboxcache.domain.settings.StoredFile;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the window's state across restarts. Losing it is no harm, so failures are only logged. */
public final class WindowStateFile {
  private static final Logger LOG = LoggerFactory.getLogger(WindowStateFile.class);

  private final StoredFile file;
  private final ObjectMapper json = new ObjectMapper();

  /** In that file. */
  public WindowStateFile(StoredFile file) {
    this.file = file;
  }

  /** The state as it was left; the default when there is no readable file. */
  public WindowState load() {
    try {
      Optional<byte[]> content = file.read();
      return content.isEmpty()
          ? WindowState.DEFAULT
          : json.readValue(content.get(), WindowStateContent.class).toState();
    } catch (JacksonException e) {
      LOG.warn(
          "The window's state in {} is not valid, so it opens with the default: {}",
          file,
          e.getOriginalMessage());
    } catch (IOException e) {
      LOG.warn("The window's state in {} cannot be read, so it opens with the default", file, e);
    }
    return WindowState.DEFAULT;
  }

  /** Keeps the state. Waits for the disk: not for the FX thread. */
  public void save(WindowState state) {
    try {
      file.replace(
          json.writerWithDefaultPrettyPrinter().writeValueAsBytes(WindowStateContent.of(state)));
    } catch (IOException e) {
      LOG.warn("The window's state cannot be kept in {}", file, e);
    }
  }
}
