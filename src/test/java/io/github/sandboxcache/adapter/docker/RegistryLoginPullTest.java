package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.model.AuthConfig;
import io.github.sandboxcache.adapter.docker.EngineTransport.Patience;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.PullProgress;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.testing.DockerOnly;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.ImageArchive;
import io.github.sandboxcache.testing.TestImages;
import io.github.sandboxcache.testing.TestRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A base image is pulled from a registry that lets in only who knows a password. */
@EngineTest
class RegistryLoginPullTest {
  @TempDir private Path directory;

  private RegistryLogins logins(String name, String registry, String password) throws IOException {
    String pair = TestRegistry.USER + ":" + password;
    String config =
        "{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}"
            .formatted(
                registry,
                Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    Path settings = Files.createDirectory(directory.resolve(name));
    Files.writeString(settings.resolve("config.json"), config);
    return RegistryLogins.in(settings);
  }

  private static List<PullProgress> pull(
      EngineConnection connection, RegistryLogins logins, String image) {
    List<PullProgress> progress = new ArrayList<>();
    new ImagePull(connection, logins, progress::add, new Cancellation()).pull(image);
    return progress;
  }

  @Test
  @DockerOnly("Podman 4.3 pulls over plain http only from registries that its settings name")
  void whoKnowsThePasswordGetsTheImageAndNobodyElse(ContainerEngine engine, TestImages images)
      throws Exception {
    try (TestRegistry registry = TestRegistry.withPassword(directory);
        EngineConnection connection =
            EngineConnection.at(URI.create(engine.description().endpoint()), Optional.empty())
                .speaking(ApiVersion.parse(engine.description().apiVersion()).orElseThrow())) {
      CacheReference made = images.load(new ImageArchive());
      String repository = registry.address() + "/team/" + images.language();
      String image = repository + ":1";
      images.tag(made, repository, "1");
      push(connection, repository, registry.address());
      boolean _ = ImageNames.remove(connection, image);
      assertThat(engine.image(image)).isEmpty();

      RegistryLogins nobody = RegistryLogins.in(directory.resolve("absent"));
      assertThatThrownBy(() -> pull(connection, nobody, image))
          .isInstanceOf(EngineRefusedException.class)
          .hasMessageContaining("no basic auth credentials");
      RegistryLogins wrong = logins("wrong", registry.address(), "guess");
      assertThatThrownBy(() -> pull(connection, wrong, image))
          .isInstanceOf(EngineRefusedException.class)
          .message()
          .containsIgnoringCase("unauthorized");
      assertThat(engine.image(image)).isEmpty();

      RegistryLogins right = logins("right", registry.address(), TestRegistry.PASSWORD);
      assertThat(pull(connection, right, image)).isNotEmpty();
      assertThat(engine.image(image)).isPresent();
    }
  }

  private static void push(EngineConnection connection, String repository, String registry) {
    AuthConfig login =
        new AuthConfig()
            .withRegistryAddress(registry)
            .withUsername(TestRegistry.USER)
            .withPassword(TestRegistry.PASSWORD);
    try (EngineConnection own = connection.apart(Patience.ENDLESS)) {
      own.follow(
          own.commands().pushImageCmd(repository).withTag("1").withAuthConfig(login),
          item -> assertThat(item.isErrorIndicated()).as(String.valueOf(item)).isFalse());
    }
  }
}
