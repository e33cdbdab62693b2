package io.github.sandboxcache.adapter.registry;

import static io.github.sandboxcache.testing.ScriptedRegistry.digest;
import static io.github.sandboxcache.testing.ScriptedRegistry.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.registry.ImageRegistry;
import io.github.sandboxcache.domain.registry.Platform;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RegistryCredentials;
import io.github.sandboxcache.domain.registry.RegistryCredentials.Login;
import io.github.sandboxcache.domain.registry.RegistryException;
import io.github.sandboxcache.domain.registry.RegistryException.Kind;
import io.github.sandboxcache.domain.registry.RemoteImage;
import io.github.sandboxcache.domain.registry.RemoteReference;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.testing.ScriptedRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards what is made of the answers of registries, of those that fail or lie above all. */
class HttpRegistryTest {
  private static final Platform LINUX = new Platform("linux", "amd64");
  private static final String REPOSITORY = "/v2/team/mcp-sandbox-python";
  private static final String CONFIG =
      """
      {"os": "linux", "architecture": "amd64", "created": "2026-01-02T03:04:05Z",
       "config": {"Labels": {"io.github.sandboxcache.packages": "[\\"requests\\"]"}}}\
      """;

  private final ScriptedRegistry server = new ScriptedRegistry();
  private final RemoteReference image =
      new RemoteReference(server.address(), new CacheReference(Language.PYTHON, "0123456789ab"));

  @AfterEach
  void close() {
    server.close();
  }

  private ImageRegistry registry() {
    return registry(RegistryCredentials.NONE);
  }

  private static ImageRegistry registry(RegistryCredentials credentials) {
    return new HttpRegistry(
        credentials, RegistryAddress::isLoopback, List.of(), Duration.ofSeconds(10));
  }

  private static String manifest(String config) {
    return """
    {"schemaVersion": 2,
     "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
     "config": {"digest": "%s", "size": 1},
     "layers": [{"digest": "sha256:a", "size": 70}, {"digest": "sha256:b", "size": 30}]}\
    """
        .formatted(digest(config));
  }

  private String image() {
    String manifest = manifest(CONFIG);
    server.on("GET " + REPOSITORY + "/manifests/0123456789ab", text(200, manifest));
    server.on("GET " + REPOSITORY + "/manifests/" + digest(manifest), text(200, manifest));
    server.on("GET " + REPOSITORY + "/blobs/" + digest(CONFIG), text(200, CONFIG));
    return manifest;
  }

  private Optional<RemoteImage> find(ImageRegistry registry, Platform wanted) {
    return registry.find(image, Optional.of(wanted), new Cancellation());
  }

  private RegistryException failure(ImageRegistry registry) {
    return catchThrowableOfType(RegistryException.class, () -> find(registry, LINUX));
  }

  @Test
  void anImageIsToldByItsManifestAndConfiguration() {
    String manifest = image();

    RemoteImage found = find(registry(), LINUX).orElseThrow();

    assertThat(found.digest()).isEqualTo(digest(manifest));
    assertThat(found.platforms()).containsExactly(LINUX);
    RemoteImage.Content content = found.content().orElseThrow();
    assertThat(content.packedBytes()).isEqualTo(100);
    assertThat(content.createdAt()).contains(Instant.parse("2026-01-02T03:04:05Z"));
    assertThat(content.isImage(digest(CONFIG))).isTrue();
    assertThat(found.packages()).as("its key is another one").isEmpty();
  }

  @Test
  void anImageForAnotherPlatformIsNoHitAndSaysForWhich() {
    String _ = image();

    RemoteImage found = find(registry(), new Platform("linux", "arm64")).orElseThrow();

    assertThat(found.content()).isEmpty();
    assertThat(found.platforms()).containsExactly(LINUX);
  }

  @Test
  void ofAnIndexTheImageOfThePlatformIsTaken() {
    String manifest = image();
    String index =
        """
        {"schemaVersion": 2, "manifests": [
          {"digest": "sha256:%s", "platform": {"os": "unknown", "architecture": "unknown"}},
          {"digest": "sha256:%s", "platform": {"os": "linux", "architecture": "arm64"}},
          {"digest": "%s", "platform": {"os": "linux", "architecture": "amd64"}}]}\
        """
            .formatted("1".repeat(64), "2".repeat(64), digest(manifest));
    server.on("GET " + REPOSITORY + "/manifests/0123456789ab", text(200, index));

    RemoteImage found = find(registry(), LINUX).orElseThrow();

    assertThat(found.digest()).isEqualTo(digest(index));
    assertThat(found.platforms()).containsExactly(new Platform("linux", "arm64"), LINUX);
    assertThat(found.content().orElseThrow().manifestDigest()).isEqualTo(digest(manifest));
  }

  @Test
  void whatTheRegistryDoesNotHaveIsNoFailure() {
    assertThat(find(registry(), LINUX)).isEmpty();
    assertThat(registry().references(server.address(), List.of(Language.GO), new Cancellation()))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "401, NOT_ALLOWED",
    "403, NOT_ALLOWED",
    "405, NOT_SUPPORTED",
    "429, TOO_MANY_REQUESTS",
    "500, FAILED",
    "502, FAILED"
  })
  void aRefusalIsToldInTheWordsOfTheRegistry(int status, Kind kind) {
    String words = "{\"errors\":[{\"code\":\"CODE\",\"message\":\"its own words\"}]}";
    server.on("GET " + REPOSITORY + "/manifests/0123456789ab", text(status, words));

    RegistryException failure = failure(registry());

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.status()).isEqualTo(status);
    assertThat(failure.words()).isEqualTo("HTTP " + status + ", CODE: its own words");
  }

  @Test
  void aStallingRegistryIsGivenUp() {
    server.on("GET " + REPOSITORY + "/manifests/0123456789ab", server.stall());
    ImageRegistry impatient =
        new HttpRegistry(
            RegistryCredentials.NONE,
            RegistryAddress::isLoopback,
            List.of(),
            Duration.ofMillis(300));

    assertThat(failure(impatient).kind()).isEqualTo(Kind.TIMED_OUT);
  }

  @Test
  void aCancellationEndsTheWait() {
    Cancellation cancellation = new Cancellation();
    server.on(
        "GET " + REPOSITORY + "/manifests/0123456789ab",
        exchange -> {
          cancellation.cancel();
          server.stall().to(exchange);
        });

    assertThatThrownBy(() -> registry().find(image, Optional.of(LINUX), cancellation))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void aRegistryThatIsNotThereIsTold() {
    RemoteReference nowhere =
        new RemoteReference(new RegistryAddress("127.0.0.1:1", "team"), image.image());

    assertThatThrownBy(() -> registry().find(nowhere, Optional.of(LINUX), new Cancellation()))
        .isInstanceOfSatisfying(
            RegistryException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE));
  }

  @Test
  void anotherDigestThanAnnouncedIsALie() {
    String manifest = image();
    server.on(
        "GET " + REPOSITORY + "/manifests/0123456789ab",
        text(200, manifest, "Docker-Content-Digest: sha256:" + "0".repeat(64)));

    assertThat(failure(registry()).kind()).isEqualTo(Kind.WRONG_DIGEST);
  }

  @Test
  void aConfigurationWithAnotherDigestIsALie() {
    String _ = image();
    server.on("GET " + REPOSITORY + "/blobs/" + digest(CONFIG), text(200, "{\"os\": \"linux\"}"));

    assertThat(failure(registry()).kind()).isEqualTo(Kind.WRONG_DIGEST);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]",
        "<html></html>",
        "{\"schemaVersion\": 1}",
        "{\"config\": {\"digest\": \"x\"}}"
      })
  void whatIsNoManifestIsIllegible(String answer) {
    server.on("GET " + REPOSITORY + "/manifests/0123456789ab", text(200, answer));

    assertThat(failure(registry()).kind()).isEqualTo(Kind.ILLEGIBLE);
  }

  @Test
  void anEndlessAnswerIsNotTaken() {
    server.on(
        "GET " + REPOSITORY + "/manifests/0123456789ab", text(200, "x".repeat((4 << 20) + 1)));

    assertThat(failure(registry()).kind()).isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void pagesFollowEachOtherAndOnlyKeysCount() {
    server.on(
        "GET " + REPOSITORY + "/tags/list?n=1000",
        text(
            200,
            "{\"tags\": [\"0123456789ab\", \"latest\", \"base\"]}",
            "Link: <" + REPOSITORY + "/tags/list?n=1000&last=base>; rel=\"next\""));
    server.on(
        "GET " + REPOSITORY + "/tags/list?n=1000&last=base",
        text(
            200,
            "{\"tags\": [\"ab0123456789\", \"ABCDEF012345\"]}",
            "Link: <http://elsewhere.example.com/other>; rel=\"next\""));

    assertThat(
            registry()
                .references(
                    server.address(), List.of(Language.PYTHON, Language.GO), new Cancellation()))
        .extracting(CacheReference::tag)
        .containsExactly("0123456789ab", "ab0123456789");
  }

  @Test
  void aPasswordIsGivenToWhoAsksForIt() {
    String basic =
        "Basic " + Base64.getEncoder().encodeToString("me:pw".getBytes(StandardCharsets.UTF_8));
    server.on(
        "GET /v2/",
        exchange ->
            (basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                    ? text(200, "{}")
                    : text(401, "", "WWW-Authenticate: Basic realm=\"here\""))
                .to(exchange));

    registry((_, _) -> Optional.of(new Login("me", "pw", "", "")))
        .check(server.address(), new Cancellation());
    assertThatThrownBy(() -> registry().check(server.address(), new Cancellation()))
        .isInstanceOfSatisfying(
            RegistryException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_ALLOWED));
  }

  @Test
  void aTokenIsFetchedForEachRepository() {
    String _ = image();
    String realm = "http://" + server.host() + "/token";
    String scope = "scope=repository%3Ateam%2Fmcp-sandbox-python%3Apull";
    server.on("GET /token?service=here&" + scope, text(200, "{\"token\": \"abc\"}"));
    String manifest = manifest(CONFIG);
    server.on(
        "GET " + REPOSITORY + "/manifests/0123456789ab",
        exchange ->
            ("Bearer abc".equals(exchange.getRequestHeaders().getFirst("Authorization"))
                    ? text(200, manifest)
                    : text(
                        401,
                        "",
                        "WWW-Authenticate: Bearer realm=\"%s\",service=\"here\",scope=\"x\""
                            .formatted(realm)))
                .to(exchange));

    assertThat(find(registry(), LINUX)).isPresent();
  }

  @Test
  void anIdentityTokenIsPaidWithByAForm() {
    String realm = "http://" + server.host() + "/token";
    server.on("POST /token", text(200, "{\"access_token\": \"abc\"}"));
    server.on(
        "GET /v2/",
        exchange ->
            ("Bearer abc".equals(exchange.getRequestHeaders().getFirst("Authorization"))
                    ? text(200, "{}")
                    : text(401, "", "WWW-Authenticate: Bearer realm=\"%s\"".formatted(realm)))
                .to(exchange));

    registry((_, _) -> Optional.of(new Login("", "", "identity", "")))
        .check(server.address(), new Cancellation());

    assertThat(server.asked()).contains("POST /token");
  }

  @Test
  void aLoginIsNotGivenToWhereARegistryPoints() {
    String _ = image();
    try (ScriptedRegistry store = new ScriptedRegistry()) {
      store.on(
          "GET /blob",
          exchange ->
              (exchange.getRequestHeaders().containsKey("Authorization")
                      ? text(400, "it should not know")
                      : text(200, CONFIG))
                  .to(exchange));
      String manifest = manifest(CONFIG);
      server.on(
          "GET " + REPOSITORY + "/manifests/0123456789ab",
          exchange ->
              (exchange.getRequestHeaders().containsKey("Authorization")
                      ? text(200, manifest)
                      : text(401, "", "WWW-Authenticate: Basic"))
                  .to(exchange));
      server.on(
          "GET " + REPOSITORY + "/blobs/" + digest(CONFIG),
          text(307, "", "Location: http://" + store.host() + "/blob"));

      assertThat(find(registry((_, _) -> Optional.of(new Login("me", "pw", "", ""))), LINUX))
          .isPresent();
    }
  }

  @Test
  void aDeletionIsByDigestAndARefusalIsTold() {
    String digest = "sha256:" + "1".repeat(64);
    server.on("DELETE " + REPOSITORY + "/manifests/" + digest, text(202, ""));
    assertThat(registry().delete(image, digest, new Cancellation())).isTrue();
    assertThat(registry().delete(image, "sha256:" + "2".repeat(64), new Cancellation())).isFalse();

    server.on(
        "DELETE " + REPOSITORY + "/manifests/" + digest,
        text(405, "{\"errors\":[{\"code\":\"UNSUPPORTED\",\"message\":\"not here\"}]}"));
    assertThatThrownBy(() -> registry().delete(image, digest, new Cancellation()))
        .isInstanceOfSatisfying(
            RegistryException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_SUPPORTED))
        .hasMessage("HTTP 405, UNSUPPORTED: not here");
  }
}
