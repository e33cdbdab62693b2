package io.github.sandboxcache.domain.usage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/**
 * Reads logs of the sandbox server once, from their beginning, of any size. Reading the same log
 * again adds nothing. Thread-safe.
 */
public interface LogImport {
  /**
   * Reads a file. What was read before a failure stays in the ledger.
   *
   * @param file a file, or a pipe that others name like one
   * @param progress hears now and then how many bytes of the file were read
   * @throws PackedLogException when it is packed in another way than by gzip
   * @throws IOException when the file cannot be read, to its end
   * @throws UsageLedgerException when facts cannot be written
   */
  ImportedFile read(Path file, LongConsumer progress) throws IOException;

  /**
   * Reads a stream to its end and leaves it open.
   *
   * @param name names the stream to people and in the ledger
   * @param progress hears now and then how many bytes of the stream were read
   * @throws IOException when it cannot be read
   * @throws UsageLedgerException when facts cannot be written
   */
  ImportedFile read(InputStream in, String name, LongConsumer progress) throws IOException;
}
