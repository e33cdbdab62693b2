package io.github.sandboxcache.adapter.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a private key from a PEM file, in any of the forms that tools write without a password:
 * PKCS #8 (RFC 5958), PKCS #1 for RSA (RFC 8017), SEC 1 for elliptic curves (RFC 5915).
 */
final class PemKey {
  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN (|RSA |EC )PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END \\1PRIVATE KEY-----");

  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

  /** The algorithm's identifier with its empty parameters: rsaEncryption, RFC 8017. */
  private static final byte[] RSA =
      Der.sequence(
          Der.identifier(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01), Der.nothing());

  /** id-ecPublicKey, RFC 5480. */
  private static final byte[] EC = Der.identifier(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01);

  private PemKey() {}

  /**
   * Reads the first key of the file.
   *
   * @throws IOException when the file is not legible or has no such key
   * @throws GeneralSecurityException when the key is of no known kind
   */
  static PrivateKey read(Path file) throws IOException, GeneralSecurityException {
    Matcher block = BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
    if (!block.find()) {
      throw new IOException("there is no private key without a password in " + file);
    }
    byte[] der = decoded(block.group(2), file);
    return key(
        switch (block.group(1)) {
          case "RSA " -> Der.sequence(Der.zero(), RSA, Der.octets(der));
          case "EC " -> Der.sequence(Der.zero(), Der.sequence(EC, Der.curve(der)), Der.octets(der));
          default -> der;
        },
        file);
  }

  private static byte[] decoded(String base64, Path file) throws IOException {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new IOException("the private key in " + file + " is cut off", e);
    }
  }

  private static PrivateKey key(byte[] pkcs8, Path file) throws GeneralSecurityException {
    PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(pkcs8);
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
      } catch (InvalidKeySpecException _) {
        // Not of this kind; the next one may fit.
      }
    }
    throw new InvalidKeySpecException("the private key in " + file + " is of no known kind");
  }
}
