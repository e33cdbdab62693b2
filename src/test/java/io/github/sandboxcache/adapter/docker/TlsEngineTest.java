package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.github.sandboxcache.adapter.docker.EngineProbe.Answer;
import io.github.sandboxcache.domain.engine.EngineAttempt.Failure;
import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.ECPrivateKey;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
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
  private static final byte[] VERSION =
      "{\"Version\":\"1\",\"ApiVersion\":\"1.51\",\"MinAPIVersion\":\"1.24\"}"
          .getBytes(StandardCharsets.UTF_8);

  @TempDir private static Path stores;
  private static TestKeys theirs;
  private static TestKeys ours;

  @TempDir private Path certificates;
  private HttpsServer server;

  @BeforeAll
  static void makeKeys() throws Exception {
    theirs = TestKeys.make(stores, "engine", "-ext", "san=ip:127.0.0.1");
    ours = TestKeys.make(stores, "client", "-ext", "san=dns:client");
  }

  @BeforeEach
  void serve() throws Exception {
    theirs.writeCertificate(certificates.resolve("ca.pem"));
    ours.writeCertificate(certificates.resolve("cert.pem"));
    ours.writeKey(certificates.resolve("key.pem"));
    serve(new ClientsOnly(theirs.serving(ours)));
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
    ours.writeCertificate(certificates.resolve("ca.pem"));

    assertFailed(probe());
  }

  @Test
  void aCertificateThatNobodyWantsVerifiedMayBeOfAnyHostAndAuthority() throws Exception {
    ours.writeCertificate(certificates.resolve("ca.pem"));
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
    ECPrivateKey key = (ECPrivateKey) ours.key();
    AlgorithmIdentifier algorithm =
        PrivateKeyInfo.getInstance(key.getEncoded()).getPrivateKeyAlgorithm();
    var sec1 =
        new org.bouncycastle.asn1.sec.ECPrivateKey(
            key.getParams().getOrder().bitLength(), key.getS(), algorithm.getParameters());
    TestKeys.write(certificates.resolve("key.pem"), "EC PRIVATE KEY", sec1.getEncoded());
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
    serve(new HttpsConfigurator(theirs.serving(ours)));

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
