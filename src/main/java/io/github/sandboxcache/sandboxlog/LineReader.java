package io.github.sandboxcache.sandboxlog;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Lines of bytes, one after the other, in memory that does not grow with them: a line longer than
 * {@value #MAX_LINE_BYTES} bytes streams past. A line ends with a line feed; a carriage return
 * before it belongs to the line. Not thread-safe.
 */
final class LineReader {
  /** The longest line that is looked at. */
  static final int MAX_LINE_BYTES = 1 << 20;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long LINE_FEEDS = '\n' * ONES;

  private final InputStream in;
  private final byte[] buffer = new byte[MAX_LINE_BYTES + 1];
  private int filled;
  private int next;
  private int from;
  private int to;
  private boolean insideLongLine;
  private boolean tooLong;
  private long done;

  /**
   * Reads on.
   *
   * @param insideLongLine whether the stream begins within a line that is too long
   */
  LineReader(InputStream in, boolean insideLongLine) {
    this.in = in;
    this.insideLongLine = insideLongLine;
  }

  /**
   * Goes to the next line that has an end.
   *
   * @return false when there is none; then the stream is at its end
   */
  boolean next() throws IOException {
    int searched = next;
    while (true) {
      int end = lineFeed(buffer, searched, filled);
      if (end >= 0) {
        from = next;
        to = end;
        next = end + 1;
        tooLong = insideLongLine;
        insideLongLine = false;
        done += next - from;
        return true;
      }
      makeRoom();
      searched = filled;
      int count = in.read(buffer, filled, buffer.length - filled);
      if (count < 0) {
        return false;
      }
      filled += count;
    }
  }

  /** Moves the beginning of a line to the front; forgets it when it is too long. */
  private void makeRoom() {
    int begun = filled - next;
    if (insideLongLine || begun == buffer.length) {
      insideLongLine = true;
      done += begun;
      begun = 0;
    } else {
      System.arraycopy(buffer, next, buffer, 0, begun);
    }
    next = 0;
    filled = begun;
  }

  private static int lineFeed(byte[] bytes, int start, int end) {
    int i = start;
    for (; i + Long.BYTES <= end; i += Long.BYTES) {
      long differences = (long) LONGS.get(bytes, i) ^ LINE_FEEDS;
      long found = (differences - ONES) & ~differences & HIGH_BITS;
      if (found != 0) {
        return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
    }
    for (; i < end; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Goes to what stands behind the last line feed of the stream, once {@link #next} says no. */
  boolean rest() {
    from = next;
    to = filled;
    next = filled;
    tooLong = insideLongLine;
    insideLongLine = false;
    return tooLong || to > from;
  }

  /** Where the line stands; good until the next one is asked for. */
  byte[] bytes() {
    return buffer;
  }

  /** Where the line begins there. */
  int from() {
    return from;
  }

  /** Where the line ends there, its line feed not included. */
  int to() {
    return to;
  }

  /** Whether the line was too long to be kept; then its bytes are not there. */
  boolean isTooLong() {
    return tooLong;
  }

  /** How many bytes of the stream belong to the lines gone by, or to a too long one. */
  long done() {
    return done;
  }

  /** Whether the bytes that are done with end within a line that is too long. */
  boolean isInsideLongLine() {
    return insideLongLine;
  }
}
