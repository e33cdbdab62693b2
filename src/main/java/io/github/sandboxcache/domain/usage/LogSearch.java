package io.github.sandboxcache.domain.usage;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Finds logs of the sandbox server on this machine. It only reads, and only when it is asked to;
 * what it reads goes nowhere. Thread-safe.
 */
public interface LogSearch {
  /** Finds nothing, as there is nothing to look at. */
  LogSearch NONE =
      new LogSearch() {
        @Override
        public LogFindings search(List<String> followed, BooleanSupplier goOn) {
          return LogFindings.NOTHING;
        }

        @Override
        public FoundLog look(Path file, List<String> followed, BooleanSupplier goOn)
            throws IOException {
          throw new NoSuchFileException(file.toString());
        }
      };

  /**
   * Looks where MCP clients keep what their servers log, into the home directory, and beside the
   * logs that are followed. Takes seconds at most: files, bytes and time are limited.
   *
   * @param followed the paths and globs of the settings
   * @param goOn asked every few milliseconds; once it says no, the search ends with what it has
   */
  LogFindings search(List<String> followed, BooleanSupplier goOn);

  /**
   * Counts what is in one file, also one without events. Takes seconds at most.
   *
   * @param followed the paths and globs of the settings
   * @param goOn asked every few milliseconds; once it says no, it ends with what it has
   * @throws NotAFileException when it is a directory or a device
   * @throws PackedLogException when it is packed in another way than by gzip
   * @throws IOException when it cannot be read
   */
  FoundLog look(Path file, List<String> followed, BooleanSupplier goOn) throws IOException;
}
