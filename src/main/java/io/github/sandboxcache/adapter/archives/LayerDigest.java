package io.github.sandboxcache.adapter.archives;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Digests, as engines and archives write them. */
final class LayerDigest {
  private static final int BUFFER = 1 << 16;
  private static final int MAGIC = 4;

  private LayerDigest() {}

  /**
   * Copies a file that may be a layer, packed or not, to its end.
   *
   * @return the digest of what is in it, {@code sha256:…}; of something in any case
   */
  static String copy(InputStream file, OutputStream to) throws IOException {
    InputStream copied = new BufferedInputStream(new Copied(file, to), BUFFER);
    copied.mark(MAGIC);
    byte[] magic = copied.readNBytes(MAGIC);
    copied.reset();
    MessageDigest digest = sha256();
    try {
      new DigestInputStream(unpacked(copied, magic), digest)
          .transferTo(OutputStream.nullOutputStream());
    } catch (UnpackingException _) {
      // It only looked like one, and stays as it is.
      digest.reset();
    }
    copied.transferTo(OutputStream.nullOutputStream());
    return "sha256:" + HexFormat.of().formatHex(digest.digest());
  }

  /** The digest of all that is left of a stream, in hexadecimal digits. */
  static String ofAll(InputStream in) throws IOException {
    MessageDigest digest = sha256();
    long _ = new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }

  private static InputStream unpacked(InputStream file, byte[] magic) throws IOException {
    return switch (HexFormat.of().formatHex(magic)) {
      case String gzip when gzip.startsWith("1f8b") -> new Unpacked(gunzip(file));
      case "28b52ffd" -> new Unpacked(new ZstdInputStream(file));
      default -> file;
    };
  }

  private static InputStream gunzip(InputStream file) throws IOException {
    try {
      return new GZIPInputStream(file, BUFFER);
    } catch (ZipException | EOFException e) {
      throw new UnpackingException(e);
    }
  }

  /** What is packed is not legible. */
  private static final class UnpackingException extends IOException {
    private static final long serialVersionUID = 1L;

    UnpackingException(IOException cause) {
      super(cause);
    }
  }

  /** Tells what is no fault of the stream below. */
  private static final class Unpacked extends FilterInputStream {
    Unpacked(InputStream unpacking) {
      super(unpacking);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      try {
        return super.read(bytes, from, length);
      } catch (IOException e) {
        throw new UnpackingException(e);
      }
    }
  }

  /** Writes down what is read. */
  private static final class Copied extends FilterInputStream {
    private final OutputStream to;

    Copied(InputStream from, OutputStream to) {
      super(from);
      this.to = to;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      if (read > 0) {
        to.write(bytes, from, read);
      }
      return read;
    }

    @Override
    public long skip(long count) {
      throw new UnsupportedOperationException("skipped bytes would be missing");
    }
  }
}
