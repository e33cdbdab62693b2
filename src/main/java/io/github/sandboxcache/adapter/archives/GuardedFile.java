package io.github.sandboxcache.adapter.archives;

import io.github.sandboxcache.domain.archives.ArchiveException;
import io.github.sandboxcache.domain.archives.ArchiveTrouble;
import io.github.sandboxcache.domain.archives.ArchiveTrouble.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.function.LongSupplier;

/**
 * A file that is written within limits, and the disk not filled. All failures are {@link
 * ArchiveException}s, so that they are not taken for those of whatever is copied into it.
 */
final class GuardedFile {
  /** What stays free on the disk: other programs, engines first of all, need some. */
  static final long MIN_FREE = 1_000_000_000;

  /** The disk is looked at after so many bytes. */
  private static final long STEP = 16 << 20;

  private final FileChannel channel;
  private final long maxBytes;
  private final LongSupplier freeBytes;
  private long untilLook;

  /**
   * Guards an open file.
   *
   * @param maxBytes how large it may become
   * @param freeBytes tells what is free on its disk
   */
  GuardedFile(FileChannel channel, long maxBytes, LongSupplier freeBytes) {
    this.channel = channel;
    this.maxBytes = maxBytes;
    this.freeBytes = freeBytes;
  }

  /** Where the next byte will be written. */
  long position() {
    try {
      return channel.position();
    } catch (IOException e) {
      throw ArchiveException.disk(e);
    }
  }

  /** Takes back what was written from there on. */
  void cut(long position) {
    try {
      channel.truncate(position);
    } catch (IOException e) {
      throw ArchiveException.disk(e);
    }
  }

  OutputStream stream() {
    return new OutputStream() {
      @Override
      public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int length) {
        GuardedFile.this.write(ByteBuffer.wrap(bytes, from, length));
      }
    };
  }

  private void write(ByteBuffer bytes) {
    untilLook -= bytes.remaining();
    if (untilLook < 0) {
      if (freeBytes.getAsLong() < MIN_FREE) {
        throw new ArchiveException(ArchiveTrouble.of(Kind.DISK_LOW));
      }
      untilLook = STEP;
    }
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw ArchiveException.disk(e);
    }
  }

  /**
   * Refuses what has become too large in the end; what was taken back does not count.
   *
   * @return how large it is
   */
  long checkedSize() {
    if (position() > maxBytes) {
      throw new ArchiveException(ArchiveTrouble.of(Kind.OVER_BUDGET));
    }
    return position();
  }
}
