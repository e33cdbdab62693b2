package io.github.sandboxcache.adapter.contents;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** A file of the archive that may be a layer, told by its first bytes. */
final class LayerFile {
  private static final int BUFFER = 1 << 16;
  private static final int BLOCK = 512;

  private final InputStream content;
  private final byte[] first;

  private LayerFile(InputStream content, byte[] first) {
    this.content = content;
    this.first = first;
  }

  /** It is packed, but not by gzip. */
  static final class UnknownPackingException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Looks at the first bytes of a file. */
  static LayerFile begin(InputStream content) throws IOException {
    InputStream buffered = new BufferedInputStream(content, BUFFER);
    buffered.mark(BLOCK);
    byte[] first = buffered.readNBytes(BLOCK);
    buffered.reset();
    return new LayerFile(buffered, first);
  }

  /** Whether it looks like one; an empty layer does not. */
  boolean isLayer() {
    return isGzip() || isZstd() || isTar();
  }

  /** What is in it. */
  InputStream unpacked() throws IOException {
    if (isZstd()) {
      throw new UnknownPackingException();
    }
    return isGzip() ? new GZIPInputStream(content, BUFFER) : content;
  }

  private boolean isGzip() {
    return startsWith(0x1f, 0x8b);
  }

  private boolean isZstd() {
    return startsWith(0x28, 0xb5, 0x2f, 0xfd);
  }

  private boolean startsWith(int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (first.length <= i || (first[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean isTar() {
    return first.length == BLOCK
        && new String(first, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar");
  }
}
