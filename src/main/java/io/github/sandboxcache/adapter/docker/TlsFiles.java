package io.github.sandboxcache.adapter.docker;

import com.github.dockerjava.transport.SSLConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * TLS with the files that the docker command takes from a directory: {@code ca.pem} says whom to
 * trust, {@code cert.pem} and {@code key.pem} who we are. Without {@code ca.pem} the system's
 * authorities are trusted; without the other two we stay unknown.
 */
final class TlsFiles implements SSLConfig {
  private static final String AUTHORITIES = "ca.pem";
  private static final String CERTIFICATE = "cert.pem";
  private static final String KEY = "key.pem";
  private static final char[] NO_PASSWORD = {};
  private static final Path NOWHERE = Path.of("/nonexistent");

  private final SSLContext context;

  private TlsFiles(SSLContext context) {
    this.context = context;
  }

  /**
   * Reads the files of that directory.
   *
   * @throws UnusableCertificatesException when one is not legible, or one of a pair is missing
   */
  static TlsFiles of(Tls tls) {
    Path directory = tls.files().orElse(NOWHERE);
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          keys(directory),
          tls.verified() ? trust(directory) : new TrustManager[] {new TrustEverybody()},
          null);
      return new TlsFiles(context);
    } catch (IOException | GeneralSecurityException e) {
      throw new UnusableCertificatesException(directory, e);
    }
  }

  @Override
  public SSLContext getSSLContext() {
    return context;
  }

  /** None stands for nobody; so does null for Java. */
  private static KeyManager @Nullable [] keys(Path directory)
      throws IOException, GeneralSecurityException {
    Path certificate = directory.resolve(CERTIFICATE);
    Path key = directory.resolve(KEY);
    if (Files.notExists(certificate) && Files.notExists(key)) {
      return null;
    }
    KeyStore store = emptyStore();
    store.setKeyEntry(
        "own",
        PemKey.read(key),
        NO_PASSWORD,
        certificates(certificate).toArray(Certificate[]::new));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  /** Null stands for the system's authorities. */
  private static TrustManager @Nullable [] trust(Path directory)
      throws IOException, GeneralSecurityException {
    Path authorities = directory.resolve(AUTHORITIES);
    if (Files.notExists(authorities)) {
      return null;
    }
    KeyStore store = emptyStore();
    List<Certificate> trusted = certificates(authorities);
    for (int i = 0; i < trusted.size(); i++) {
      store.setCertificateEntry("authority-" + i, trusted.get(i));
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  /** Of this kind Java does not compare the host's name either. */
  private static final class TrustEverybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    return store;
  }

  private static List<Certificate> certificates(Path file)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      List<Certificate> found =
          new ArrayList<>(CertificateFactory.getInstance("X.509").generateCertificates(in));
      if (found.isEmpty()) {
        throw new IOException("there is no certificate in " + file);
      }
      return found;
    }
  }
}
