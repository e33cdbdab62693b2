package io.github.sandboxcache.adapter.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose certificates are trusted: those that Java trusts, and for a registry those that engines
 * trust, in {@code certs.d/HOST/*.crt}.
 */
final class RegistryTrust {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryTrust.class);

  private RegistryTrust() {}

  /**
   * What is trusted for that registry.
   *
   * @param directories where {@code HOST/*.crt} may be
   * @return empty where Java's own trust is all
   */
  static Optional<SSLContext> context(List<Path> directories, String host) {
    List<Certificate> more = new ArrayList<>();
    for (Path directory : directories) {
      more.addAll(certificates(directory.resolve(host)));
    }
    if (more.isEmpty()) {
      return Optional.empty();
    }
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trustManagers(all(more)), null);
      return Optional.of(context);
    } catch (GeneralSecurityException | IOException e) {
      LOG.warn("the certificates for {} are not usable", host, e);
      return Optional.empty();
    }
  }

  private static List<Certificate> certificates(Path directory) {
    List<Certificate> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.crt")) {
      CertificateFactory reader = CertificateFactory.getInstance("X.509");
      for (Path file : files) {
        try (InputStream in = Files.newInputStream(file)) {
          found.addAll(reader.generateCertificates(in));
        }
      }
    } catch (NoSuchFileException | NotDirectoryException _) {
      // As it is for most registries.
      return List.of();
    } catch (IOException | GeneralSecurityException e) {
      LOG.warn("the certificates in {} are not all legible", directory, e);
    }
    return found;
  }

  private static KeyStore all(List<Certificate> more) throws GeneralSecurityException, IOException {
    List<Certificate> trusted = new ArrayList<>(more);
    for (TrustManager usual : trustManagers(null)) {
      if (usual instanceof X509TrustManager manager) {
        trusted.addAll(List.of(manager.getAcceptedIssuers()));
      }
    }
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (int i = 0; i < trusted.size(); i++) {
      store.setCertificateEntry("trusted-" + i, trusted.get(i));
    }
    return store;
  }

  /** Those for that store; null means Java's own. */
  private static TrustManager[] trustManagers(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }
}
