package io.github.sandboxcache.ui.usage;

import java.nio.file.Path;
import java.util.Optional;

/** Asks where a file shall go. */
@FunctionalInterface
public interface SaveDialog {
  /**
   * Waits for the user. FX thread only.
   *
   * @param title what is being saved
   * @param fileName a name for a start, its ending included
   * @return empty when the user thinks better of it
   */
  Optional<Path> ask(String title, String fileName);
}
