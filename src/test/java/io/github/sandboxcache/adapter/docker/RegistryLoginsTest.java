package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.AuthConfig;
import io.github.sandboxcache.adapter.docker.RegistryLogins.Login;
import io.github.sandboxcache.domain.task.Cancellation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards that private base images are pulled with the logins of the docker command. */
class RegistryLoginsTest {
  private static final String IMAGE = "registry.example.org:5000/team/base:1";

  @TempDir private Path directory = Path.of("");

  private Login login(String reference, String config) throws IOException {
    Files.writeString(directory.resolve("config.json"), config);
    return RegistryLogins.in(directory, directory + "/docker-credential-")
        .of(reference, new Cancellation());
  }

  private static AuthConfig credentials(Login login) {
    assertThat(login.trouble()).isEmpty();
    return login.credentials().orElseThrow();
  }

  /** A helper as a shell script. */
  private void helper(String name, String script) throws IOException {
    Path file = directory.resolve("docker-credential-" + name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "registry.example.org:5000",
        "https://registry.example.org:5000",
        "https://registry.example.org:5000/v2/"
      })
  void aPasswordInTheFileIsSentToItsRegistryAlone(String key) throws IOException {
    String pair = Base64.getEncoder().encodeToString("me:a:b".getBytes(StandardCharsets.UTF_8));
    String config = "{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}".formatted(key, pair);
    AuthConfig credentials = credentials(login(IMAGE, config));
    assertThat(credentials.getUsername()).isEqualTo("me");
    assertThat(credentials.getPassword()).isEqualTo("a:b");
    assertThat(credentials.getRegistryAddress()).isEqualTo("registry.example.org:5000");
    assertThat(login("python:3.11", config)).isEqualTo(Login.NONE);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aHelperIsAskedForTheRegistry() throws IOException {
    helper("ours", "read s; echo '{\"Username\":\"<token>\",\"Secret\":\"'$s'\"}'");
    helper("all", "cat >/dev/null; echo '{\"Username\":\"me\",\"Secret\":\"pw\"}'");
    String config =
        "{\"credsStore\":\"all\",\"credHelpers\":{\"registry.example.org:5000\":\"ours\"}}";
    assertThat(credentials(login(IMAGE, config)).getIdentitytoken())
        .isEqualTo("registry.example.org:5000");
    assertThat(credentials(login("python", config)).getUsername()).isEqualTo("me");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatGoesWrongIsToldInItsOwnWordsAndEndsNothing() throws IOException {
    helper("locked", "echo 'the keychain is locked' >&2; exit 1");
    helper("empty", "echo 'credentials not found in native keychain'; exit 1");
    assertThat(login(IMAGE, "{\"credsStore\":\"locked\"}").trouble().orElseThrow())
        .endsWith("docker-credential-locked: the keychain is locked");
    assertThat(login(IMAGE, "{\"credsStore\":\"empty\"}")).isEqualTo(Login.NONE);
    assertThat(login(IMAGE, "{\"credsStore\":\"absent\"}").trouble()).isPresent();
    assertThat(login(IMAGE, "{\"credsStore\":\"../evil\"}").trouble()).isPresent();
    assertThat(login(IMAGE, "{not json").trouble()).isPresent();
    assertThat(login(IMAGE, "null")).isEqualTo(Login.NONE);
    assertThat(login(IMAGE, "{\"auths\":{\"registry.example.org:5000\":{}}}"))
        .isEqualTo(Login.NONE);
  }

  @Test
  void withoutAFileThereIsNoLogin() {
    assertThat(RegistryLogins.in(directory).of(IMAGE, new Cancellation())).isEqualTo(Login.NONE);
  }

  @Test
  void aSecretIsNeverShown() {
    AuthConfig credentials =
        new AuthConfig().withPassword("c2VjcmV0").withIdentityToken("c2VjcmV0");
    assertThat(credentials.toString()).doesNotContain("c2VjcmV0");
    assertThat(new Login(Optional.of(credentials), Optional.empty()).toString())
        .doesNotContain("c2VjcmV0");
  }

  @ParameterizedTest
  @CsvSource({
    "python, https://index.docker.io/v1/",
    "team/base:1, https://index.docker.io/v1/",
    "docker.io/library/python, https://index.docker.io/v1/",
    "ghcr.io/team/base, ghcr.io",
    "localhost/base, localhost",
    "registry:5000/base, registry:5000"
  })
  void aRegistryIsToldFromAUserAsByDocker(String reference, String registry) {
    assertThat(RegistryLogins.registry(reference)).isEqualTo(registry);
  }
}
