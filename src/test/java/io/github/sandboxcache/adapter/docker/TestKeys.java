package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A key with its certificate.
 *
 * @param authority whose signature it has; it may be its own
 */
record TestKeys(KeyStore store, Certificate authority) {
  private static final char[] PASSWORD = "secret".toCharArray();
  private static final String ALIAS = "own";
  private static final String AUTHORITY = "authority";

  /**
   * Makes them by the JDK's keytool, signed by nobody else.
   *
   * @param folder where its files may be
   * @param options further ones of {@code keytool -genkeypair}
   */
  static TestKeys make(Path folder, String name, String... options)
      throws IOException, GeneralSecurityException {
    Path file = folder.resolve(name + ".p12");
    generate(file, ALIAS, name, List.of(options));
    KeyStore store = load(file);
    return new TestKeys(store, store.getCertificate(ALIAS));
  }

  /** The same, signed by an authority of their own. */
  static TestKeys signed(Path folder, String name, String... options)
      throws IOException, GeneralSecurityException {
    Path file = folder.resolve(name + ".p12");
    generate(file, AUTHORITY, "authority of " + name, List.of("-ext", "bc=ca:true"));
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("-signer", AUTHORITY));
    generate(file, ALIAS, name, all);
    KeyStore store = load(file);
    Certificate authority = store.getCertificate(AUTHORITY);
    // A server might show it for itself.
    store.deleteEntry(AUTHORITY);
    return new TestKeys(store, authority);
  }

  private static void generate(Path file, String alias, String name, List<String> options)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(
        List.of("-genkeypair", "-keyalg", "EC", "-alias", alias, "-dname", "CN=" + name));
    command.addAll(List.of("-keystore", file.toString(), "-storepass", new String(PASSWORD)));
    command.addAll(options);
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.onExit().join().exitValue()).as(said).isZero();
  }

  private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return store;
  }

  /** What a server with these keys needs that speaks to that client alone. */
  SSLContext serving(TestKeys client) throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("client", client.store().getCertificate(ALIAS));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  void writeCertificate(Path file) throws IOException, GeneralSecurityException {
    write(file, "CERTIFICATE", store.getCertificate(ALIAS).getEncoded());
  }

  void writeAuthority(Path file) throws IOException, GeneralSecurityException {
    write(file, "CERTIFICATE", authority.getEncoded());
  }

  void writeKey(Path file) throws IOException, GeneralSecurityException {
    write(file, "PRIVATE KEY", key().getEncoded());
  }

  Key key() throws GeneralSecurityException {
    return store.getKey(ALIAS, PASSWORD);
  }

  static void write(Path file, String kind, byte[] content) throws IOException {
    String text = Base64.getMimeEncoder().encodeToString(content);
    Files.writeString(
        file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, text, kind));
  }
}
