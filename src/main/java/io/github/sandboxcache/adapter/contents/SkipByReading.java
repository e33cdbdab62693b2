package io.github.sandboxcache.adapter.contents;

import java.io.IOException;
import java.io.InputStream;

/** Skips what has to be seen: some streams skip beyond their end, and no skipped byte is hashed. */
final class SkipByReading {
  private static final int AT_ONCE = 1 << 16;

  private SkipByReading() {}

  /** Reads up to so many bytes away; returns how many there were. */
  static long skip(InputStream in, long bytes) throws IOException {
    byte[] scratch = new byte[Math.clamp(bytes, 0, AT_ONCE)];
    long left = bytes;
    while (left > 0) {
      int read = in.read(scratch, 0, (int) Math.min(left, scratch.length));
      if (read < 0) {
        break;
      }
      left -= read;
    }
    return bytes - left;
  }
}
