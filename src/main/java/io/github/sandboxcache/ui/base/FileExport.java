package io.github.sandboxcache.ui.base;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for a file and writes it in the background. FX thread only. */
public final class FileExport {
  private static final Logger LOG = LoggerFactory.getLogger(FileExport.class);

  private final BiFunction<String, String, Optional<Path>> dialog;
  private final UiThreads threads;

  /**
   * Export to files.
   *
   * @param dialog asks where a file shall go: what is being saved, and a name for a start, its
   *     ending included; empty when the user thinks better of it
   */
  public FileExport(BiFunction<String, String, Optional<Path>> dialog, UiThreads threads) {
    this.dialog = dialog;
    this.threads = threads;
  }

  /** What goes into a file. */
  public interface Content {
    /** Writes it, in the background. */
    void writeTo(Path file) throws IOException;
  }

  /**
   * Asks, and writes what is to be saved; does nothing when the user thinks better of it.
   *
   * @param title what is being saved, for people
   * @param fileName a name for a start, its ending included
   * @param written told the file's name once it is there
   * @param failed told it when it cannot be written
   */
  public void save(
      String title,
      String fileName,
      Content content,
      Consumer<String> written,
      Consumer<String> failed) {
    dialog
        .apply(title, fileName)
        .ifPresent(
            file ->
                threads.compute(
                    () -> isWritten(file, content),
                    done -> (done ? written : failed).accept(String.valueOf(file.getFileName()))));
  }

  private static boolean isWritten(Path file, Content content) {
    try {
      content.writeTo(file);
      return true;
    } catch (IOException e) {
      LOG.warn("{} cannot be written", file, e);
      return false;
    }
  }
}
