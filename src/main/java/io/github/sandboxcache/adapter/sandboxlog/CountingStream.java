package io.github.sandboxcache.adapter.sandboxlog;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how much of a stream was read, once for some megabytes. Not thread-safe. */
final class CountingStream extends FilterInputStream {
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
