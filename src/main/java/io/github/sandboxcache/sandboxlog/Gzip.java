package io.github.sandboxcache.sandboxlog;

import java.io.IOException;
import java.io.InputStream;

/** Tells packed logs from others, by the two bytes of RFC 1952. */
final class Gzip {
  private static final int[] MAGIC = {0x1f, 0x8b};

  private Gzip() {}

  /**
   * Whether what comes is packed; it still comes afterwards.
   *
   * @param in supports {@link InputStream#mark(int)}
   */
  static boolean isBeginOf(InputStream in) throws IOException {
    in.mark(MAGIC.length);
    boolean packed = in.read() == MAGIC[0] && in.read() == MAGIC[1];
    in.reset();
    return packed;
  }
}
