package io.github.sandboxcache.adapter.sandboxlog;

import io.github.sandboxcache.domain.usage.Packing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** What the first bytes of a log tell of the rest. */
final class FirstBytes {
  private static final int COUNT = 6;

  /** Fewer where the log is shorter. */
  private final byte[] head;

  private FirstBytes(byte[] head) {
    this.head = head;
  }

  /**
   * Of a stream at its beginning, where it stays.
   *
   * @param in supports {@link InputStream#mark(int)}
   */
  static FirstBytes of(InputStream in) throws IOException {
    in.mark(COUNT);
    byte[] head = in.readNBytes(COUNT);
    in.reset();
    return new FirstBytes(head);
  }

  /** Of a file, whose position stays. */
  static FirstBytes of(FileChannel file) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(COUNT);
    while (bytes.hasRemaining() && file.read(bytes, bytes.position()) >= 0) {
      // Reads on until all is there or the file ends.
    }
    return new FirstBytes(Arrays.copyOf(bytes.array(), bytes.position()));
  }

  Optional<Packing> packing() {
    return Stream.of(Packing.values()).filter(packing -> packing.isBegunBy(head)).findFirst();
  }

  /** By the byte order mark or, without one, by where the first two signs have their NULs. */
  Charset charset() {
    if (begins(0xff, 0xfe) || (isSign(0, 1) && isSign(2, 3))) {
      return StandardCharsets.UTF_16LE;
    }
    return begins(0xfe, 0xff) || (isSign(1, 0) && isSign(3, 2))
        ? StandardCharsets.UTF_16BE
        : StandardCharsets.UTF_8;
  }

  private boolean begins(int first, int second) {
    return head.length >= 2 && (head[0] & 0xff) == first && (head[1] & 0xff) == second;
  }

  private boolean isSign(int low, int high) {
    return head.length >= COUNT && head[low] != 0 && head[high] == 0;
  }
}
