package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Guards that the keys which tools write for the docker command are read; another library writes
 * them.
 */
class PemKeyTest {
  @TempDir Path directory;

  private static PrivateKey generated(String algorithm, String size)
      throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    if (algorithm.equals("RSA")) {
      generator.initialize(Integer.parseInt(size));
    } else if (algorithm.equals("EC")) {
      generator.initialize(new ECGenParameterSpec(size));
    }
    return generator.generateKeyPair().getPrivate();
  }

  /** The secret itself, which all forms of one key have in common. */
  private static List<BigInteger> number(PrivateKey key) {
    return key instanceof RSAPrivateKey rsa
        ? List.of(rsa.getModulus(), rsa.getPrivateExponent())
        : List.of(((ECPrivateKey) key).getParams().getOrder(), ((ECPrivateKey) key).getS());
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("key.pem"), text);
  }

  private static String pkcs8(PrivateKey key) {
    return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
        .formatted(Base64.getMimeEncoder().encodeToString(key.getEncoded()));
  }

  /** PKCS #1 for RSA, SEC 1 with the curve's name for elliptic curves, as openssl writes them. */
  private static String ofOpenssl(PrivateKey key) throws IOException {
    PrivateKeyInfo info = PrivateKeyInfo.getInstance(key.getEncoded());
    ASN1Encodable own = info.parsePrivateKey();
    if (key instanceof ECPrivateKey ec) {
      int bits = ec.getParams().getOrder().bitLength();
      own =
          new org.bouncycastle.asn1.sec.ECPrivateKey(
              bits, ec.getS(), info.getPrivateKeyAlgorithm().getParameters());
    }
    return "-----BEGIN %s PRIVATE KEY-----\n%s\n-----END %1$s PRIVATE KEY-----\n"
        .formatted(
            key.getAlgorithm(),
            Base64.getMimeEncoder().encodeToString(own.toASN1Primitive().getEncoded()));
  }

  @ParameterizedTest
  @CsvSource({
    "RSA, 2048",
    "RSA, 4096",
    "EC, secp256r1",
    "EC, secp384r1",
    "EC, secp521r1",
    "Ed25519, ''"
  })
  void aKeyInPkcs8IsRead(String algorithm, String size) throws Exception {
    PrivateKey key = generated(algorithm, size);

    assertThat(PemKey.read(file(pkcs8(key)))).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({
    "RSA, 1024",
    "RSA, 2048",
    "RSA, 4096",
    "EC, secp256r1",
    "EC, secp384r1",
    "EC, secp521r1"
  })
  void aKeyInItsAlgorithmsOwnFormIsRead(String algorithm, String size) throws Exception {
    PrivateKey key = generated(algorithm, size);

    assertThat(number(PemKey.read(file(ofOpenssl(key))))).isEqualTo(number(key));
  }

  @Test
  void whatStandsAroundTheKeyDoesNotMatter() throws Exception {
    PrivateKey key = generated("EC", "secp256r1");
    String parameters =
        "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";

    PrivateKey read = PemKey.read(file("Bag Attributes: é\r\n" + parameters + ofOpenssl(key)));

    assertThat(number(read)).isEqualTo(number(key));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\n"
            + "Proc-Type: 4,ENCRYPTED\n\n"
            + "AAAA\n"
            + "-----END RSA PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----"
      })
  void aFileWithoutALegibleKeyIsSaidToHaveNone(String text) throws IOException {
    Path file = file(text);

    assertThatThrownBy(() -> PemKey.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no private key")
        .hasMessageContaining(file.toString());
  }

  @Test
  void textThatIsCutWithinALetterIsAnError() throws IOException {
    Path file = file("-----BEGIN PRIVATE KEY-----\nAAAAA\n-----END PRIVATE KEY-----");

    assertThatThrownBy(() -> PemKey.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "RSA ", "EC "})
  void brokenContentIsAnErrorAndNothingElse(String kind) throws Exception {
    byte[] whole = generated("EC", "secp256r1").getEncoded();
    for (int length = 0; length < whole.length; length++) {
      String cut = Base64.getEncoder().encodeToString(Arrays.copyOf(whole, length));
      Path file =
          file(
              "-----BEGIN %sPRIVATE KEY-----\n%s\n-----END %sPRIVATE KEY-----"
                  .formatted(kind, cut, kind));

      assertThatThrownBy(() -> PemKey.read(file))
          .isInstanceOfAny(IOException.class, GeneralSecurityException.class);
    }
  }
}
