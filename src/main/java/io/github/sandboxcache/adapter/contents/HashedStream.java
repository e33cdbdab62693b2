package io.github.sandboxcache.adapter.contents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes all that is read of it, and what is skipped as well. */
final class HashedStream extends DigestInputStream {
  HashedStream(InputStream in) {
    super(in, sha256());
  }

  @Override
  public long skip(long bytes) throws IOException {
    return SkipByReading.skip(this, bytes);
  }

  /** Reads what is left, and says what all of it hashes to: {@code sha256:…}. */
  String readToEndForDigest() throws IOException {
    long _ = transferTo(OutputStream.nullOutputStream());
    return "sha256:" + HexFormat.of().formatHex(getMessageDigest().digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
