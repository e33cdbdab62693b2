package io.github.sandboxcache.adapter.sandboxlog;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Lines of bytes, one after the other, in memory that does not grow with them: a line longer than
 * {@value #MAX_LINE_BYTES} bytes streams past. A line ends with a line feed; a carriage return
 * before it belongs to the line. What is in UTF-16 is handed out in UTF-8, if it can be. NULs
 * before a line belong to none: a log that is cut short while its writer goes on where it was
 * begins with such. Not thread-safe.
 */
final class LineReader {
  /** The longest line that is looked at. */
  static final int MAX_LINE_BYTES = 1 << 20;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private final InputStream in;
  private final Charset charset;
  private final int width;
  private final boolean isBigEndian;
  private final byte[] buffer = new byte[MAX_LINE_BYTES + 1];
  private int filled;
  private int next;
  private byte[] line = buffer;
  private int from;
  private int to;
  private boolean insideLongLine;
  private boolean tooLong;
  private long done;

  /**
   * Reads on.
   *
   * @param charset UTF-8, or UTF-16 in one of its orders
   * @param insideLongLine whether the stream begins within a line that is too long
   */
  LineReader(InputStream in, Charset charset, boolean insideLongLine) {
    this.in = in;
    this.charset = charset;
    this.width = charset.equals(StandardCharsets.UTF_8) ? 1 : 2;
    this.isBigEndian = charset.equals(StandardCharsets.UTF_16BE);
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
      int end = indexOf('\n', buffer, searched, filled);
      while (width > 1 && end >= 0 && !isWhole(end)) {
        end = indexOf('\n', buffer, end + 1, filled);
      }
      if (end >= 0) {
        int begin = next;
        next = end + (isBigEndian ? 1 : width);
        done += next - begin;
        show(begin, isBigEndian ? end - 1 : end);
        return true;
      }
      makeRoom();
      searched = Math.max(next, filled - (width - 1));
      int count = in.read(buffer, filled, buffer.length - filled);
      if (count < 0) {
        return false;
      }
      filled += count;
    }
  }

  /** Whether the sign of two bytes, one of which is that one, is a line feed. */
  private boolean isWhole(int lineFeed) {
    boolean isSecond = (lineFeed - next) % 2 != 0;
    return isBigEndian
        ? isSecond && buffer[lineFeed - 1] == 0
        : !isSecond && lineFeed + 1 < filled && buffer[lineFeed + 1] == 0;
  }

  private void show(int begin, int end) {
    line = buffer;
    from = begin;
    to = end;
    tooLong = insideLongLine;
    insideLongLine = false;
    if (width > 1 && !tooLong) {
      decode();
    }
    while (width == 1 && from < to && buffer[from] == 0) {
      from++;
    }
  }

  /** Leaves what is malformed as it is: then it is no text in UTF-8 either. */
  private void decode() {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(buffer, from, to - from);
      line = charset.newDecoder().decode(bytes).toString().getBytes(StandardCharsets.UTF_8);
      from = 0;
      to = line.length;
    } catch (CharacterCodingException _) {
      line = buffer;
    }
  }

  /** Moves the beginning of a line to the front; forgets it when it is too long. */
  private void makeRoom() {
    while (width == 1 && next < filled && buffer[next] == 0) {
      next++;
      done++;
    }
    int begun = filled - next;
    if (insideLongLine || begun == buffer.length) {
      insideLongLine = true;
      int kept = begun % width;
      done += begun - kept;
      begun = kept;
    }
    System.arraycopy(buffer, filled - begun, buffer, 0, begun);
    next = 0;
    filled = begun;
  }

  /** Where that sign of ASCII first stands within these bounds; -1 when nowhere. */
  static int indexOf(char sign, byte[] bytes, int start, int end) {
    long signs = sign * ONES;
    int i = start;
    for (; i + Long.BYTES <= end; i += Long.BYTES) {
      long differences = (long) LONGS.get(bytes, i) ^ signs;
      long found = (differences - ONES) & ~differences & HIGH_BITS;
      if (found != 0) {
        return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
    }
    for (; i < end; i++) {
      if (bytes[i] == sign) {
        return i;
      }
    }
    return -1;
  }

  /** Goes to what stands behind the last line feed of the stream, once {@link #next} says no. */
  boolean rest() {
    int begin = next;
    next = filled;
    show(begin, filled);
    return tooLong || to > from;
  }

  /** Where the line stands; good until the next one is asked for. */
  byte[] bytes() {
    return line;
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
