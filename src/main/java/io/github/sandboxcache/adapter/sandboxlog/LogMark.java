package io.github.sandboxcache.adapter.sandboxlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells whether what was read of a file still stands in it: the sums of its first bytes and of the
 * last ones before the place where reading stopped. A file that took another one's name, or was cut
 * short and written anew, has others.
 *
 * @param offset where reading stopped
 * @param head the sum of the file's first bytes
 * @param tail the sum of the last bytes before the offset
 */
record LogMark(long offset, String head, String tail) {
  /** The mark of a file of which nothing was read; it fits every file. */
  static final LogMark NONE = new LogMark(0, "", "");

  /** So many bytes of a log have times in them, and are like no other's. */
  private static final int HEAD_BYTES = 1 << 14;

  private static final int TAIL_BYTES = 1 << 14;
  private static final int SUM_BYTES = 8;

  /** The mark of what stands before that offset. */
  static LogMark of(FileChannel file, long offset) throws IOException {
    if (offset == 0) {
      return NONE;
    }
    int head = (int) Math.min(HEAD_BYTES, offset);
    int tail = (int) Math.min(TAIL_BYTES, offset);
    return new LogMark(offset, sum(file, 0, head), sum(file, offset - tail, tail));
  }

  /** Whether that file begins with what was read. */
  boolean fits(FileChannel file) throws IOException {
    if (file.size() < offset) {
      return false;
    }
    int headLength = (int) Math.min(HEAD_BYTES, offset);
    // The head tells almost always, and its bytes are at hand.
    return offset == 0 || (sum(file, 0, headLength).equals(head) && equals(of(file, offset)));
  }

  private static String sum(FileChannel file, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {
      // Reads on until all is there or the file ends.
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes.flip());
      return HexFormat.of().formatHex(digest.digest(), 0, SUM_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
