package io.github.sandboxcache.adapter.sandboxlog;

import io.github.sandboxcache.domain.usage.FactRecorder;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.ImportedFile;
import io.github.sandboxcache.domain.usage.LogImport;
import io.github.sandboxcache.domain.usage.PackedLogException;
import io.github.sandboxcache.domain.usage.Packing;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/**
 * Reads logs of the sandbox server once, from their beginning, of any size. Logs packed by gzip are
 * unpacked. Reading the same log again adds nothing. Thread-safe.
 */
public final class SandboxLogImport implements LogImport {
  private static final int BUFFER = 1 << 16;

  private final FactRecorder ledger;
  private final InstantSource clock;

  /** Facts go to that ledger; none from after the time of that clock. */
  public SandboxLogImport(FactRecorder ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public ImportedFile read(Path file, LongConsumer progress) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString(), file.toAbsolutePath().normalize().toString(), progress);
    }
  }

  @Override
  public ImportedFile read(InputStream in, String name, LongConsumer progress) throws IOException {
    return read(in, name, name, progress);
  }

  private ImportedFile read(InputStream in, String name, String source, LongConsumer progress)
      throws IOException {
    InputStream text = unpacked(name, new CountingStream(in, progress));
    LineReader lines = new LineReader(text, FirstBytes.of(text).charset(), false);
    FactStream stream =
        new FactStream(FactSource.log(source), new Repeats(), new PartialLines(), clock);
    long known = 0;
    long added = 0;
    boolean more = true;
    while (more) {
      more = next(lines, stream);
      if (more || lines.rest()) {
        stream.take(lines);
      }
      if (!more || stream.isFull()) {
        List<UsageFact> facts = stream.drain();
        int news = ledger.record(facts);
        added += news;
        known += facts.size() - news;
      }
    }
    stream.end();
    return new ImportedFile(name, stream.lines(), added, known, stream.skipped());
  }

  /** What was found before a failure is kept. */
  private boolean next(LineReader lines, FactStream stream) throws IOException {
    try {
      return lines.next();
    } catch (IOException e) {
      int _ = ledger.record(stream.drain());
      throw e;
    }
  }

  private static InputStream unpacked(String name, InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
    Optional<Packing> packing = FirstBytes.of(buffered).packing();
    if (packing.isEmpty()) {
      return buffered;
    }
    if (packing.get() != Packing.GZIP) {
      throw new PackedLogException(name, packing.get());
    }
    return new BufferedInputStream(new GZIPInputStream(buffered, BUFFER), BUFFER);
  }

  /** Tells how much of a stream was read, once for some megabytes. Not thread-safe. */
  static final class CountingStream extends FilterInputStream {
    private static final long STEP = 1 << 22;

    private final LongConsumer listener;
    private long count;
    private long told;

    CountingStream(InputStream in, LongConsumer listener) {
      super(in);
      this.listener = listener;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      add(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      add(Math.max(read, 0));
      return read;
    }

    private void add(int bytes) {
      count += bytes;
      if (count - told >= STEP) {
        told = count;
        listener.accept(count);
      }
    }
  }
}
