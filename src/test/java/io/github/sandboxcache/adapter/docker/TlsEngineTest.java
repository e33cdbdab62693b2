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
import java.security.interfaces.ECPrivateKey;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards the way to an engine that speaks to nobody without a certificate, by a real handshake. */
class TlsEngineTest {
  private static final char[] PASSWORD = "secret".toCharArray();
  private static final byte[] VERSION =
      "{\"Version\":\"1\",\"ApiVersion\":\"1.51\",\"MinAPIVersion\":\"1.24\"}"
          .getBytes(StandardCharsets.UTF_8);

  @TempDir private static Path stores;
  private static KeyStore theirs;
  private static KeyStore ours;

  @TempDir private Path certificates;
  private HttpsServer server;

  @BeforeAll
  static void makeKeys() throws Exception {
    theirs = keyPair("engine", "san=ip:127.0.0.1");
    ours = keyPair("client", "san=dns:client");
  }

  @BeforeEach
  void serve() throws Exception {
    writeCertificate("ca.pem", theirs);
    writeCertificate("cert.pem", ours);
    writeKey(ours);
    serve(new ClientsOnly(context(theirs, ours)));
  }

  private void serve(HttpsConfigurator configurator) throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(configurator);
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

  private static KeyStore keyPair(String name, String extension) throws Exception {
    Path file = stores.resolve(name + ".p12");
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

  /** Of an elliptic curve, as openssl writes it. */
  @Test
  void aKeyInItsAlgorithmsOwnFormWillDo() throws Exception {
    ECPrivateKey key = (ECPrivateKey) ours.getKey("own", PASSWORD);
    AlgorithmIdentifier algorithm =
        PrivateKeyInfo.getInstance(key.getEncoded()).getPrivateKeyAlgorithm();
    var sec1 =
        new org.bouncycastle.asn1.sec.ECPrivateKey(
            key.getParams().getOrder().bitLength(), key.getS(), algorithm.getParameters());
    write("key.pem", "EC PRIVATE KEY", sec1.getEncoded());
    Path file = certificates.resolve("key.pem");
    String parameters =
        "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";
    Files.writeString(file, parameters + Files.readString(file));

    Answer answer = probe();

    assertThat(answer).isInstanceOf(Answer.Connected.class);
    ((Answer.Connected) answer).engine().close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMAA=\n-----END ENCRYPTED PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\nAAAAA\n-----END PRIVATE KEY-----",
        "-----BEGIN EC PRIVATE KEY-----\n!\n-----END EC PRIVATE KEY-----"
      })
  void aKeyThatIsNotLegibleIsSaidToBeSo(String text) throws IOException {
    Files.writeString(certificates.resolve("key.pem"), text.toString());

    Answer answer = probe();

    assertFailed(answer);
    assertThat(((Answer.Failed) answer).attempt().detail())
        .isEqualTo(
            "the certificates in %s cannot be used: there is no private key without a password in %s"
                .formatted(certificates, certificates.resolve("key.pem")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ca.pem", "cert.pem"})
  void aFileWithoutACertificateIsNamed(String name) throws IOException {
    Files.writeString(certificates.resolve(name), "");

    Answer answer = probe();

    assertFailed(answer);
    assertThat(((Answer.Failed) answer).attempt().detail()).contains(name);
  }

  /** An authority alone is enough for an engine that lets everybody in. */
  @Test
  void withAnAuthorityAloneTlsIsSpokenAllTheSame() throws Exception {
    Files.delete(certificates.resolve("cert.pem"));
    Files.delete(certificates.resolve("key.pem"));
    server.stop(0);
    serve(new HttpsConfigurator(context(theirs, ours)));

    Answer answer = probe();

    assertThat(answer).isInstanceOf(Answer.Connected.class);
    ((Answer.Connected) answer).engine().close();
  }

  /** Also a body that is a stream is sent there. */
  @Test
  void filesAreWrittenToAnEngineThatIsNotVerified() throws Exception {
    AtomicReference<String> sent = new AtomicReference<>("");
    server.createContext(
        "/v1.51/containers/c/archive",
        exchange -> {
          try (exchange) {
            byte[] tar = exchange.getRequestBody().readAllBytes();
            sent.set(new String(tar, StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
          }
        });
    Answer answer = probe("tcp://localhost:" + server.getAddress().getPort(), false);
    try (DockerEngine engine = ((Answer.Connected) answer).engine()) {
      engine.installRuntime().writeFile("c", "/", "f", "content".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(sent.get()).contains("content");
  }
}
