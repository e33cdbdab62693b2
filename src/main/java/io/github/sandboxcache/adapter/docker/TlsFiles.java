package io.github.sandboxcache.adapter.docker;

import com.github.dockerjava.core.LocalDirectorySSLConfig;
import com.github.dockerjava.core.util.CertificateUtils;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.bouncycastle.openssl.PEMException;
import org.jspecify.annotations.Nullable;

/**
 * TLS with the files that the docker command takes from a directory: {@code ca.pem} says whom to
 * trust, {@code cert.pem} and {@code key.pem} who we are. Without {@code ca.pem} the system's
 * authorities are trusted; without the other two we stay unknown.
 */
final class TlsFiles {
  private static final String AUTHORITIES = "ca.pem";
  private static final String CERTIFICATE = "cert.pem";
  private static final String KEY = "key.pem";
  private static final char[] NO_PASSWORD = {};
  private static final Path NOWHERE = Path.of("/nonexistent");

  private TlsFiles() {}

  /** The files cannot be used. */
  static final class UnusableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableException(Path directory, Exception cause) {
      super(
          "the certificates in %s cannot be used: %s".formatted(directory, EngineWords.of(cause)),
          cause);
    }
  }

  /**
   * Reads the files of that directory.
   *
   * @throws UnusableException when one is not legible, or one of a pair is missing
   */
  static SSLContext context(Tls tls) {
    Path directory = tls.files().orElse(NOWHERE);
    try {
      KeyManager @Nullable [] keys = keys(directory);
      if (!tls.verified()) {
        return context(keys, new TrustManager[] {new TrustEverybody()});
      }
      TrustManager @Nullable [] trust = trust(directory);
      return keys == null || trust == null ? context(keys, trust) : ofLibrary(directory);
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      throw new UnusableException(directory, e);
    }
  }

  /** Where all three files are there, which were read once to name the one that is not legible. */
  private static SSLContext ofLibrary(Path directory) throws IOException {
    SSLContext context = new LocalDirectorySSLConfig(directory.toString()).getSSLContext();
    if (context == null) {
      // The client would speak without TLS.
      throw new IOException("a file is gone");
    }
    return context;
  }

  private static SSLContext context(KeyManager @Nullable [] keys, TrustManager @Nullable [] trust)
      throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, trust, null);
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
        "own", key(key), NO_PASSWORD, certificates(certificate).toArray(Certificate[]::new));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  private static PrivateKey key(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    String problem = "there is no private key without a password in " + file;
    try {
      return Optional.ofNullable(CertificateUtils.loadPrivateKey(text))
          .orElseThrow(() -> new IOException(problem));
    } catch (PEMException | GeneralSecurityException | RuntimeException e) {
      // Their words are about bytes and classes.
      throw new IOException(problem, e);
    }
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
