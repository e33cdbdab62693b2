package io.github.sandboxcache.adapter.docker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The few forms of DER (X.690) that stand around a private key. */
final class Der {
  private static final int INTEGER = 0x02;
  private static final int OCTETS = 0x04;
  private static final int NULL = 0x05;
  private static final int IDENTIFIER = 0x06;
  private static final int SEQUENCE = 0x30;

  /** The parameters of an elliptic curve's key, RFC 5915. */
  private static final int CURVE = 0xa0;

  private static final int LONG_FORM = 0x80;

  private Der() {}

  static byte[] sequence(byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    return element(SEQUENCE, content.toByteArray());
  }

  static byte[] octets(byte[] content) {
    return element(OCTETS, content);
  }

  static byte[] zero() {
    return element(INTEGER, new byte[1]);
  }

  static byte[] nothing() {
    return element(NULL, new byte[0]);
  }

  static byte[] identifier(int... bytes) {
    byte[] content = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      content[i] = (byte) bytes[i];
    }
    return element(IDENTIFIER, content);
  }

  private static byte[] element(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    int length = content.length;
    if (length < LONG_FORM) {
      out.write(length);
    } else if (length <= 0xff) {
      out.write(LONG_FORM | 1);
      out.write(length);
    } else {
      out.write(LONG_FORM | 2);
      out.write(length >> 8);
      out.write(length);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  /**
   * The curve that a SEC 1 key names.
   *
   * @throws IOException when it names none, as it may where the curve is written elsewhere
   */
  static byte[] curve(byte[] sec1) throws IOException {
    ByteBuffer key = content(ByteBuffer.wrap(sec1), SEQUENCE);
    while (key.hasRemaining()) {
      int tag = key.get(key.position()) & 0xff;
      ByteBuffer content = content(key, tag);
      if (tag == CURVE) {
        byte[] curve = new byte[content.remaining()];
        content.get(curve);
        return curve;
      }
    }
    throw new IOException("the key does not name its curve");
  }

  /** The content of the next element, which is passed over. */
  private static ByteBuffer content(ByteBuffer in, int tag) throws IOException {
    if (in.remaining() < 2 || (in.get() & 0xff) != tag) {
      throw new IOException("not a key in DER");
    }
    int length = in.get() & 0xff;
    if (length >= LONG_FORM) {
      int bytes = length - LONG_FORM;
      if (bytes < 1 || bytes > 2 || in.remaining() < bytes) {
        throw new IOException("not a key in DER");
      }
      length = 0;
      for (int i = 0; i < bytes; i++) {
        length = (length << 8) | (in.get() & 0xff);
      }
    }
    if (length > in.remaining()) {
      throw new IOException("the key is cut off");
    }
    ByteBuffer content = in.slice(in.position(), length);
    in.position(in.position() + length);
    return content;
  }
}
