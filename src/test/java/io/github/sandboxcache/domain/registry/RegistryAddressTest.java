package io.github.sandboxcache.domain.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards which text names a team's registry, and what an image is called there. */
class RegistryAddressTest {
  @ParameterizedTest
  @CsvSource({
    "registry.example.com/team/mcp-cache, registry.example.com, team/mcp-cache",
    "https://Registry.Example.com/team/, registry.example.com, team",
    "127.0.0.1:5000/a_b/c--d, 127.0.0.1:5000, a_b/c--d",
    "[::1]:5000/team, [::1]:5000, team",
    "localhost/team, localhost, team",
    "docker.io/somebody, docker.io, somebody"
  })
  void anAddressIsRegistryAndNamespace(String text, String host, String namespace) {
    assertThat(RegistryAddress.parse(text)).contains(new RegistryAddress(host, namespace));
  }

  @Test
  void aNamespaceMayBeMissing() {
    assertThat(RegistryAddress.parse("registry.example.com:5000"))
        .contains(new RegistryAddress("registry.example.com:5000", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "team/cache",
        "registry.example.com/Team",
        "registry.example.com/team//cache",
        "registry.example.com/../x",
        "registry.example.com/team:1",
        "registry.example.com/team@sha256",
        "user:secret@registry.example.com/team",
        "registry.example.com/te am",
        "registry.example.com?x/team",
        "-registry.example.com/team",
        "registry.example.com:123456/team"
      })
  void allElseIsNone(String text) {
    assertThat(RegistryAddress.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:5000, true",
    "127.8.9.10, true",
    "localhost:5000, true",
    "[::1]:5000, true",
    "127.0.0.1.example.com, false",
    "localhost.example.com:5000, false",
    "registry.example.com, false"
  })
  void onlyLoopbackIsSpokenToWithoutTls(String host, boolean loopback) {
    assertThat(RegistryAddress.isLoopback(host)).isEqualTo(loopback);
  }

  @Test
  void anImageIsThereBelowTheNamespace() {
    CacheReference image = new CacheReference(Language.PYTHON, "0123456789ab");
    RemoteReference there =
        new RemoteReference(new RegistryAddress("registry.example.com", "team/cache"), image);

    assertThat(there)
        .hasToString("registry.example.com/team/cache/mcp-sandbox-python:0123456789ab");
    assertThat(there.repository()).isEqualTo("team/cache/mcp-sandbox-python");
    assertThat(RemoteReference.parse(there.toString())).contains(there);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mcp-sandbox-python:0123456789ab",
        "registry.example.com/team/mcp-sandbox-python:base",
        "registry.example.com/team/other:0123456789ab",
        "team/mcp-sandbox-python:0123456789ab"
      })
  void onlySuchANameIsEverTakenFromAnImage(String name) {
    assertThat(RemoteReference.parse(name)).isEmpty();
  }

  @Test
  void dockerLeavesOutItsOwnRegistry() {
    RemoteReference there =
        RemoteReference.parse("docker.io/somebody/mcp-sandbox-go:0123456789ab").orElseThrow();

    assertThat(there.isWrittenAs("somebody/mcp-sandbox-go:0123456789ab")).isTrue();
    assertThat(there.isWrittenAs("mcp-sandbox-go:0123456789ab")).isFalse();
    assertThat(Optional.of(there).map(RemoteReference::image))
        .contains(new CacheReference(Language.GO, "0123456789ab"));
  }
}
