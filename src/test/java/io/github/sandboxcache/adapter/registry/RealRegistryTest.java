package io.github.sandboxcache.adapter.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.registry.ImageRegistry;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RegistryCredentials;
import io.github.sandboxcache.domain.registry.RegistryCredentials.Login;
import io.github.sandboxcache.domain.registry.RegistryException;
import io.github.sandboxcache.domain.registry.RegistryException.Kind;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.testing.TestRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real registry, with TLS and with a password. In CI it comes with the engine. */
@Tag("engine")
class RealRegistryTest {
  private static final String STORE_PASSWORD = "secret";

  @TempDir private Path directory;

  private static ImageRegistry registry(RegistryCredentials credentials, List<Path> certificates) {
    return new HttpRegistry(
        credentials, RegistryAddress::isLoopback, certificates, HttpRegistry.PATIENCE);
  }

  private static void check(ImageRegistry registry, TestRegistry real) {
    RegistryAddress team = new RegistryAddress(real.address(), "team");
    registry.check(team, new Cancellation());
    assertThat(registry.references(team, Language.KNOWN, new Cancellation())).isEmpty();
  }

  @Test
  void whoKnowsThePasswordIsLetIn() throws IOException {
    try (TestRegistry real = TestRegistry.withPassword(directory)) {
      check(
          registry(
              (_, _) -> Optional.of(new Login(TestRegistry.USER, TestRegistry.PASSWORD, "", "")),
              List.of()),
          real);

      assertNotAllowed(registry(RegistryCredentials.NONE, List.of()), real);
      assertNotAllowed(
          registry((_, _) -> Optional.of(new Login(TestRegistry.USER, "guess", "", "")), List.of()),
          real);
    }
  }

  private static void assertNotAllowed(ImageRegistry registry, TestRegistry real) {
    assertThatThrownBy(() -> check(registry, real))
        .isInstanceOfSatisfying(
            RegistryException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_ALLOWED));
  }

  @Test
  void aCertificateIsTrustedThatEnginesTrustAndNoOther() throws Exception {
    Path certificate = directory.resolve("tls.crt");
    Path key = directory.resolve("tls.key");
    makeKeyPair(certificate, key);
    try (TestRegistry real = TestRegistry.withTls(directory, certificate, key)) {
      Path trusted = Files.createDirectories(directory.resolve("certs.d").resolve(real.address()));
      Path nothing = directory.resolve("nothing");

      assertThatThrownBy(() -> check(registry(RegistryCredentials.NONE, List.of(nothing)), real))
          .isInstanceOfSatisfying(
              RegistryException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE))
          .hasMessageContaining("certificat");

      Files.copy(certificate, trusted.resolve("ca.crt"));
      check(registry(RegistryCredentials.NONE, List.of(nothing, trusted.getParent())), real);
    }
  }

  private void makeKeyPair(Path certificate, Path key) throws Exception {
    Path store = directory.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "own",
                "-dname",
                "CN=registry",
                "-ext",
                "san=ip:127.0.0.1",
                "-keystore",
                store.toString(),
                "-storepass",
                STORE_PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, STORE_PASSWORD.toCharArray());
    }
    write(certificate, "CERTIFICATE", keys.getCertificate("own").getEncoded());
    write(key, "PRIVATE KEY", keys.getKey("own", STORE_PASSWORD.toCharArray()).getEncoded());
  }

  private static void write(Path file, String kind, byte[] content) throws IOException {
    String text = Base64.getMimeEncoder().encodeToString(content);
    Files.writeString(
        file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, text, kind));
  }
}
