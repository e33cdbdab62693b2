package io.github.sandboxcache.service;

import static io.github.sandboxcache.testing.ScriptedRegistry.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.registry.HttpRegistry;
import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.install.ImageSource;
import io.github.sandboxcache.domain.install.InstallNotice;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RegistryCredentials;
import io.github.sandboxcache.domain.registry.RegistryException.Kind;
import io.github.sandboxcache.domain.registry.RegistrySettings;
import io.github.sandboxcache.domain.registry.RemoteReference;
import io.github.sandboxcache.domain.registry.TransferNotes;
import io.github.sandboxcache.domain.registry.TransferProblem;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.task.TaskNotice;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.ImageArchive;
import io.github.sandboxcache.testing.Inspectors;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.testing.ScriptedRegistry;
import io.github.sandboxcache.testing.TestImages;
import io.github.sandboxcache.testing.TestLocks;
import io.github.sandboxcache.testing.TestRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is missing is asked of the registry first, and a registry in trouble never costs more. */
@EngineTest
class RegistryFirstOnEngineTest {
  private final SqliteLedger ledger = Ledgers.empty();
  private final List<TaskNotice> notices = new ArrayList<>();
  private final ProgressListener listener =
      new ProgressListener() {
        @Override
        public void onProgress(Progress progress) {}

        @Override
        public void onLine(String line) {}

        @Override
        public void onNotice(TaskNotice notice) {
          notices.add(notice);
        }
      };

  private ImageSource source(ContainerEngine engine, RegistrySettings settings) {
    HttpRegistry registry =
        new HttpRegistry(
            RegistryCredentials.NONE,
            RegistryAddress::isLoopback,
            List.of(),
            Duration.ofMillis(500));
    return new RegistryFirst(
        engine,
        () -> settings,
        registry,
        TransferNotes.NONE,
        Inspectors.of(engine),
        ledger,
        TestLocks.create(),
        Clock.systemUTC(),
        Duration.ofSeconds(5));
  }

  private Optional<RemoteReference> get(
      ContainerEngine engine, RegistryAddress address, CacheReference image) {
    return source(engine, new RegistrySettings(Optional.of(address), true))
        .get(image, listener, new Cancellation());
  }

  @Test
  void whatTheTeamHasComesAndCountsAsUsedNow(
      ContainerEngine engine, TestImages images, @TempDir Path directory) throws IOException {
    try (TestRegistry registry = TestRegistry.open(directory)) {
      RegistryAddress team = new RegistryAddress(registry.address(), "team");
      CacheReference image = images.load(new ImageArchive());
      RemoteReference there = new RemoteReference(team, image);
      engine.transfers().name(engine.image(image.toString()).orElseThrow().id(), there);
      Optional<String> _ = engine.transfers().push(there, _ -> {}, new Cancellation());
      engine.transfers().removeName(there);
      images.untag(image.toString());

      assertThat(get(engine, team, image)).contains(there);

      assertThat(engine.image(image.toString())).isPresent();
      assertThat(ledger.report(TimeRange.ALL).of(image).lastUsed()).isPresent();
      assertThat(notices).isEmpty();
      CacheReference other = images.newReference();
      assertThat(get(engine, team, other)).isEmpty();
      assertThat(notices).as("what is not there is no trouble").isEmpty();
    }
  }

  @Test
  void nobodyIsAskedUnlessThatIsSet(ContainerEngine engine, TestImages images) {
    try (ScriptedRegistry registry = new ScriptedRegistry()) {
      RegistrySettings off = new RegistrySettings(Optional.of(registry.address()), false);

      assertThat(source(engine, off).get(images.newReference(), listener, new Cancellation()))
          .isEmpty();

      assertThat(registry.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401, NOT_ALLOWED",
    "403, NOT_ALLOWED",
    "429, TOO_MANY_REQUESTS",
    "500, FAILED",
    "0, TIMED_OUT"
  })
  void trouble(int status, Kind kind, ContainerEngine engine, TestImages images) {
    CacheReference image = images.newReference();
    try (ScriptedRegistry registry = new ScriptedRegistry()) {
      registry.on(
          "GET /v2/team/" + image.repository() + "/manifests/" + image.tag(),
          status == 0 ? registry.stall() : text(status, "{}"));

      assertThat(get(engine, registry.address(), image)).isEmpty();

      assertThat(notices)
          .singleElement()
          .isInstanceOfSatisfying(
              InstallNotice.NotPulled.class,
              told ->
                  assertThat(told.problem())
                      .isInstanceOfSatisfying(
                          TransferProblem.Registry.class,
                          problem -> assertThat(problem.kind()).isEqualTo(kind)));
    }
  }

  @Test
  void aRegistryThatAnnouncesWhatItDoesNotHaveIsToldAndNothingIsKept(
      ContainerEngine engine, TestImages images) {
    CacheReference image = images.newReference();
    String config = "{\"os\": \"linux\", \"architecture\": \"amd64\"}";
    String manifest =
        """
        {"schemaVersion": 2,
         "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
         "config": {"mediaType": "application/vnd.docker.container.image.v1+json",
                    "digest": "%s", "size": %d},
         "layers": []}\
        """
            .formatted(ScriptedRegistry.digest(config), config.length());
    try (ScriptedRegistry registry = new ScriptedRegistry()) {
      String repository = "/v2/team/" + image.repository();
      registry.on("GET " + repository + "/manifests/" + image.tag(), text(200, manifest));
      registry.on(
          "GET " + repository + "/blobs/" + ScriptedRegistry.digest(config), text(200, config));

      assertThat(get(engine, registry.address(), image)).isEmpty();

      assertThat(notices)
          .singleElement()
          .isInstanceOfSatisfying(
              InstallNotice.NotPulled.class,
              told -> assertThat(told.problem()).isInstanceOf(TransferProblem.class));
      assertThat(engine.image(image.toString())).isEmpty();
      assertThat(engine.image(new RemoteReference(registry.address(), image).toString())).isEmpty();
    }
  }

  @Test
  void anEngineThatPullsWithoutEndIsNotWaitedFor(ContainerEngine engine, TestImages images) {
    CacheReference image = images.newReference();
    String config = "{\"os\": \"linux\", \"architecture\": \"amd64\"}";
    String layer = "a layer that never comes";
    String manifest =
        """
        {"schemaVersion": 2,
         "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
         "config": {"mediaType": "application/vnd.docker.container.image.v1+json",
                    "digest": "%s", "size": %d},
         "layers": [{"mediaType": "application/vnd.docker.image.rootfs.diff.tar.gzip",
                     "digest": "%s", "size": 1000}]}\
        """
            .formatted(
                ScriptedRegistry.digest(config), config.length(), ScriptedRegistry.digest(layer));
    try (ScriptedRegistry registry = new ScriptedRegistry()) {
      String repository = "/v2/team/" + image.repository();
      registry.on(
          "GET " + repository + "/manifests/" + image.tag(),
          text(
              200,
              manifest,
              "Content-Type: application/vnd.docker.distribution.manifest.v2+json",
              "Docker-Content-Digest: " + ScriptedRegistry.digest(manifest)));
      registry.on(
          "HEAD " + repository + "/manifests/" + image.tag(),
          text(
              200,
              "",
              "Content-Type: application/vnd.docker.distribution.manifest.v2+json",
              "Docker-Content-Digest: " + ScriptedRegistry.digest(manifest)));
      registry.on(
          "GET " + repository + "/manifests/" + ScriptedRegistry.digest(manifest),
          text(
              200, manifest, "Content-Type: application/vnd.docker.distribution.manifest.v2+json"));
      registry.on(
          "GET " + repository + "/blobs/" + ScriptedRegistry.digest(config), text(200, config));
      registry.on(
          "GET " + repository + "/blobs/" + ScriptedRegistry.digest(layer), registry.stall());

      assertThat(get(engine, registry.address(), image)).isEmpty();

      assertThat(notices).hasSize(1);
      assertThat(engine.image(image.toString())).isEmpty();
    }
  }
}
