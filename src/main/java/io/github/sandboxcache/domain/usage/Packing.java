package io.github.sandboxcache.domain.usage;

import java.util.HexFormat;

/** How a file is packed, as its first bytes tell. */
public enum Packing {
  /** RFC 1952; unpacked here. */
  GZIP("1f8b"),
  /** The format of xz. */
  XZ("fd377a585a"),
  /** A zip archive. */
  ZIP("504b0304"),
  /** RFC 8878. */
  ZSTD("28b52ffd"),
  /** The format of bzip2. */
  BZIP2("425a68"),
  /** A 7z archive. */
  SEVEN_ZIP("377abcaf"),
  /** The frame format of LZ4. */
  LZ4("04224d18");

  private final String magic;

  Packing(String magic) {
    this.magic = magic;
  }

  /** Whether a file that begins so is packed that way. */
  public boolean isBegunBy(byte[] head) {
    return HexFormat.of().formatHex(head).startsWith(magic);
  }
}
