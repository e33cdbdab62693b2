package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.github.sandboxcache.adapter.docker.EngineProbe.Answer;
import io.github.sandboxcache.domain.engine.EngineAttempt.Failure;
import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards the way to an engine that speaks to nobody without a certificate, by a real handshake. */
class TlsEngineTest {
  private static final char[] PASSWORD = "secret".toCharArray();
  private static final byte[] VERSION =
      "{\"Version\":\"1\",\"ApiVersion\":\"1.51\",\"MinAPIVersion\":\"1.24\"}"
          .getBytes(StandardCharsets.UTF_8);

  @TempDir Path directory;

  private Path certificates;
  private KeyStore ours;
  private HttpsServer server;

  @BeforeEach
  void serve() throws Exception {
    KeyStore theirs = keyPair("engine", "san=ip:127.0.0.1");
    ours = keyPair("client", "san=dns:client");
    certificates = Files.createDirectory(directory.resolve("certs"));
    writeCertificate("ca.pem", theirs);
    writeCertificate("cert.pem", ours);
    writeKey(ours);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new ClientsOnly(context(theirs, ours)));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/version",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, VERSION.length);
            exchange.getResponseBody().write(VERSION);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static final class ClientsOnly extends HttpsConfigurator {
    ClientsOnly(SSLContext context) {
      super(context);
    }

    @Override
    public void configure(HttpsParameters parameters) {
      SSLParameters tls = getSSLContext().getDefaultSSLParameters();
      tls.setNeedClientAuth(true);
      parameters.setSSLParameters(tls);
    }
  }

  private KeyStore keyPair(String name, String extension) throws Exception {
    Path file = directory.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "own",
                "-dname",
                "CN=" + name,
                "-ext",
                extension,
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return store;
  }

  private static SSLContext context(KeyStore own, KeyStore client) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, PASSWORD);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("client", client.getCertificate("own"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private void writeCertificate(String name, KeyStore from) throws Exception {
    Certificate certificate = from.getCertificate("own");
    write(name, "CERTIFICATE", certificate.getEncoded());
  }

  private void writeKey(KeyStore from) throws Exception {
    Key key = from.getKey("own", PASSWORD);
    write("key.pem", "PRIVATE KEY", key.getEncoded());
  }

  private void write(String name, String kind, byte[] content) throws IOException {
    String text = Base64.getMimeEncoder().encodeToString(content);
    Files.writeString(
        certificates.resolve(name),
        "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, text, kind));
  }

  private Answer probe() {
    return probe("tcp://127.0.0.1:" + server.getAddress().getPort(), true);
  }

  private Answer probe(String uri, boolean verified) {
    Tls tls = new Tls(Optional.of(certificates), verified);
    return new EngineProbe(RegistryLogins.in(Path.of("absent")))
        .probe(Endpoint.named(uri, Source.CHOSEN, "").with(Optional.of(tls)));
  }

  private static void assertFailed(Answer answer) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Failed.class,
            failed -> assertThat(failed.attempt().failure()).isEqualTo(Failure.NOT_USABLE));
  }

  @Test
  void bothSidesShowWhoTheyAre() {
    Answer answer = probe();

    assertThat(answer).isInstanceOf(Answer.Connected.class);
    ((Answer.Connected) answer).engine().close();
  }

  @Test
  void withoutOurCertificateTheEngineRefuses() throws IOException {
    Files.delete(certificates.resolve("cert.pem"));
    Files.delete(certificates.resolve("key.pem"));

    assertFailed(probe());
  }

  @Test
  void anEngineOfAnotherAuthorityIsNotTrusted() throws Exception {
    writeCertificate("ca.pem", ours);

    assertFailed(probe());
  }

  @Test
  void aCertificateThatNobodyWantsVerifiedMayBeOfAnyHostAndAuthority() throws Exception {
    writeCertificate("ca.pem", ours);
    String uri = "tcp://localhost:" + server.getAddress().getPort();

    assertFailed(probe(uri, true));
    Answer answer = probe(uri, false);

    assertThat(answer).isInstanceOf(Answer.Connected.class);
    ((Answer.Connected) answer).engine().close();
  }

  @Test
  void aFileThatIsMissingIsNamed() throws IOException {
    Files.delete(certificates.resolve("key.pem"));

    Answer answer = probe();

    assertFailed(answer);
    assertThat(((Answer.Failed) answer).attempt().detail()).contains("key.pem");
  }
}
