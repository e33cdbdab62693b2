package io.github.sandboxcache.adapter.sample;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A tar that takes no memory, however large its files: most of their bytes are zeros. */
final class SampleTar {
  private static final int BLOCK = 512;
  private static final int SIZE_AT = 124;
  private static final int CHECKSUM_AT = 148;
  private static final int TYPE_AT = 156;
  private static final int MAGIC_AT = 257;

  private final List<InputStream> parts = new ArrayList<>();
  private long bytes;

  SampleTar file(String path, String content) {
    byte[] text = content.getBytes(StandardCharsets.UTF_8);
    return add(path, text.length, new ByteArrayInputStream(text));
  }

  /** A file of that many zeros. */
  SampleTar file(String path, long size) {
    return add(path, size, new Zeros(size));
  }

  /** Another tar as a file; it is used up by that. */
  SampleTar file(String path, SampleTar inner) {
    InputStream content = inner.stream();
    return add(path, inner.bytes, content);
  }

  private SampleTar add(String path, long size, InputStream content) {
    part(header(path, size), BLOCK);
    part(content, size);
    long rest = -size & (BLOCK - 1);
    part(new Zeros(rest), rest);
    return this;
  }

  private void part(InputStream part, long size) {
    parts.add(part);
    bytes += size;
  }

  /** All of it; may be asked for once. */
  InputStream stream() {
    part(new Zeros(2 * BLOCK), 2 * BLOCK);
    return new SequenceInputStream(Collections.enumeration(parts));
  }

  private static InputStream header(String path, long size) {
    byte[] header = new byte[BLOCK];
    put(path, 0, header);
    put("0000644\0", 100, header);
    put("%011o".formatted(size), SIZE_AT, header);
    put("00000000000", 136, header);
    header[TYPE_AT] = '0';
    put("ustar\00000", MAGIC_AT, header);
    Arrays.fill(header, CHECKSUM_AT, CHECKSUM_AT + 8, (byte) ' ');
    int sum = 0;
    for (byte each : header) {
      sum += each & 0xff;
    }
    put(String.format(Locale.ROOT, "%06o\0", sum), CHECKSUM_AT, header);
    return new ByteArrayInputStream(header);
  }

  private static void put(String text, int at, byte[] header) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  /** So many zeros. */
  private static final class Zeros extends InputStream {
    private long left;

    Zeros(long count) {
      left = count;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(left, length);
      Arrays.fill(into, offset, offset + count, (byte) 0);
      left -= count;
      return count;
    }
  }
}
