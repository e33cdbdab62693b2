package io.github.sandboxcache.adapter.sandboxlog;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Checks that bytes are text in UTF-8 without NUL. Not thread-safe. */
final class LegibleText {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final int DECODED_CHARS = 1 << 13;

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final CharBuffer decoded = CharBuffer.allocate(DECODED_CHARS);

  boolean isLegible(byte[] bytes, int from, int to) {
    return isAsciiWithoutNul(bytes, from, to)
        || (hasNoNul(bytes, from, to) && isUtf8(bytes, from, to));
  }

  /** Eight bytes at a time: nearly every line is such. */
  private static boolean isAsciiWithoutNul(byte[] bytes, int from, int to) {
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      long eight = (long) LONGS.get(bytes, i);
      // Without high bits, only a NUL borrows into one.
      if (((eight | (eight - ONES)) & HIGH_BITS) != 0) {
        return false;
      }
    }
    for (; i < to; i++) {
      if (bytes[i] <= 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasNoNul(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isUtf8(byte[] bytes, int from, int to) {
    ByteBuffer line = ByteBuffer.wrap(bytes, from, to - from);
    decoder.reset();
    CoderResult result;
    do {
      decoded.clear();
      result = decoder.decode(line, decoded, true);
    } while (result.isOverflow());
    return !result.isError();
  }
}
