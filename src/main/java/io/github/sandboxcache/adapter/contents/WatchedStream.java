package io.github.sandboxcache.adapter.contents;

import io.github.sandboxcache.domain.task.Cancellation;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/**
 * Tells how many bytes were read, and stops when it is cancelled or when there are too many. Skips
 * by reading: some streams skip beyond their end without a word.
 */
final class WatchedStream extends FilterInputStream {
  private static final int TOLD_EVERY = 1 << 20;

  private final Cancellation cancellation;
  private final LongConsumer bytesRead;
  private final long limit;
  private long count;
  private long told;

  /** More bytes came than are read. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  WatchedStream(InputStream in, Cancellation cancellation, LongConsumer bytesRead, long limit) {
    super(in);
    this.cancellation = cancellation;
    this.bytesRead = bytesRead;
    this.limit = limit;
  }

  /** How many bytes were read. */
  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    cancellation.throwIfCancelled();
    int read = in.read(bytes, from, length);
    count += Math.max(0, read);
    if (count - told >= TOLD_EVERY || (read < 0 && count > told)) {
      told = count;
      bytesRead.accept(count);
    }
    if (count > limit) {
      throw new TooLargeException();
    }
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    return SkipByReading.skip(this, bytes);
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
