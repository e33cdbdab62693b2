package io.github.sandboxcache.sandboxlog;

/** How a file is packed, as its first bytes tell. */
public enum Packing {
  /** RFC 1952; unpacked here. */
  GZIP(0x1f, 0x8b),
  /** The format of xz. */
  XZ(0xfd, '7', 'z', 'X', 'Z'),
  /** A zip archive. */
  ZIP('P', 'K', 3, 4),
  /** RFC 8878. */
  ZSTD(0x28, 0xb5, 0x2f, 0xfd),
  /** The format of bzip2. */
  BZIP2('B', 'Z', 'h'),
  /** A 7z archive. */
  SEVEN_ZIP('7', 'z', 0xbc, 0xaf),
  /** The frame format of LZ4. */
  LZ4(0x04, 0x22, 0x4d, 0x18);

  private final int[] magic;

  Packing(int... magic) {
    this.magic = magic;
  }

  /** Whether a file that begins so is packed that way. */
  boolean isBegunBy(byte[] head) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= head.length || (head[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
