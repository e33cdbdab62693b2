package io.github.sandboxcache.domain.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.ResourceLimits;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProcessLocks;
import io.github.sandboxcache.domain.usage.FactsInMemory;
import io.github.sandboxcache.testing.DockerOnly;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.ImageArchive;
import io.github.sandboxcache.testing.MadeUpBase;
import io.github.sandboxcache.testing.TestImages;
import io.github.sandboxcache.text.InstallText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Guards installs on bases as sandboxes' Dockerfiles make them, and what is told of those that end
 * badly. Each base has a made-up package manager of one line.
 */
@EngineTest
class BaseImageInstallTest {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final ContainerEngine engine;
  private final TestImages images;
  private final EngineInstaller installer;

  BaseImageInstallTest(ContainerEngine engine, TestImages images, @TempDir Path locks) {
    this.engine = engine;
    this.images = images;
    InstallSettings usual = InstallSettings.DEFAULT;
    InstallSettings small =
        new InstallSettings(
            usual.baseImages(),
            Optional.of("none"),
            Optional.empty(),
            new ResourceLimits(64L << 20, 1, 64),
            Duration.ofMinutes(5));
    installer =
        new EngineInstaller(
            engine,
            () -> small,
            new FactsInMemory(),
            new ProcessLocks(locks),
            "test",
            Clock.systemUTC());
  }

  private InstallRequest request(ImageArchive base) {
    String name = "sandbox-cache-test/" + images.language() + ":" + NUMBERS.incrementAndGet();
    images.loadAs(base, name);
    String gem = images.language().name() + "-" + NUMBERS.get();
    InstallRequest request =
        new InstallRequest(
            Language.RUBY, List.of(gem), Optional.of(name), Optional.empty(), Optional.empty());
    images.removeLater(request.reference());
    return request;
  }

  private InstallResult install(InstallRequest request) {
    return install(request, _ -> {});
  }

  private InstallResult install(InstallRequest request, Consumer<String> onLine) {
    return installer.install(request, new LineListener(onLine), new Cancellation());
  }

  private List<EngineContainer> containers(InstallRequest request) {
    String name = "sandbox-cache-install-" + request.reference().tag();
    return engine.containers().stream().filter(c -> c.name().startsWith(name)).toList();
  }

  private void assertNothingLeft(InstallRequest request) {
    assertThat(containers(request)).isEmpty();
    assertThat(engine.image(request.reference().toString())).isEmpty();
    assertNoNamelessImage(request);
  }

  private void assertNoNamelessImage(InstallRequest request) {
    assertThat(engine.images())
        .filteredOn(image -> image.references().isEmpty())
        .extracting(EngineImage::labels)
        .noneMatch(labels -> labels.containsValue(request.baseImage().orElseThrow()));
  }

  @Test
  void aBaseWithAUserInstallsAsRootAndTheImageKeepsTheUser() {
    InstallRequest request =
        request(
            MadeUpBase.withGem(MadeUpBase.INSTALLS)
                .config("User", "1000:1000")
                .config("WorkingDir", "/work"));
    InstallResult result = install(request);
    assertThat(InstallText.errors(result)).isEmpty();
    assertThat(images.inspect(request.reference().toString()).getConfig().getUser())
        .isEqualTo("1000:1000");
    assertThat(containers(request)).isEmpty();
    assertNoNamelessImage(request);
  }

  @Test
  void aVolumeOverTheTargetIsRefusedByNameBeforeAnythingRuns() {
    for (String volume : List.of("/usr/lib/ruby", "/usr/", "/lib/ruby/gems", "/bin")) {
      InstallRequest request =
          request(
              MadeUpBase.withGem(MadeUpBase.INSTALLS).config("Volumes", Map.of(volume, Map.of())));
      InstallResult result = install(request, line -> assertThat(line).doesNotStartWith("$ "));
      assertThat(InstallText.errors(result)).singleElement().asString().contains(volume);
      assertNothingLeft(request);
    }
  }

  @Test
  void aVolumeElsewhereIsFine() {
    InstallRequest request =
        request(
            MadeUpBase.withGem(MadeUpBase.INSTALLS)
                .config("Volumes", Map.of("/data", Map.of(), "/var/log", Map.of())));
    assertThat(InstallText.errors(install(request))).isEmpty();
  }

  @Test
  void aKilledCommandIsNotToldAsLackOfMemory() {
    InstallRequest request = request(MadeUpBase.withGem("echo working; kill -9 $$"));
    InstallResult result = install(request);
    assertThat(InstallText.errors(result).getFirst())
        .contains("was killed", "137", "not by the memory limit");
    assertThat(InstallText.errors(result)).contains("working");
    assertNothingLeft(request);
  }

  @Test
  @DockerOnly("Podman of the tests has no limits")
  void aCommandThatUsesTooMuchMemoryIsToldSo() {
    InstallRequest request = request(MadeUpBase.withGem("a=0123456789; while :; do a=$a$a; done"));
    InstallResult result = install(request);
    assertThat(InstallText.errors(result).getFirst()).contains("memory", "Raise the memory limit");
    assertNothingLeft(request);
  }

  @Test
  void aContainerThatSomebodyRemovesIsToldSo() {
    InstallRequest request = request(MadeUpBase.withGem("echo ready; sleep 60"));
    InstallResult result =
        install(
            request,
            line -> {
              if (line.equals("ready")) {
                Thread.ofVirtual()
                    .start(
                        () ->
                            containers(request)
                                .forEach(c -> engine.installRuntime().removeContainer(c.id())));
              }
            });
    assertThat(InstallText.errors(result).getFirst()).contains("stopped or removed");
    assertNothingLeft(request);
  }

  @Test
  void anInstallThatTakesTooLongSaysThatItEndedBecauseOfThat() {
    InstallRequest usual = request(MadeUpBase.withGem("sleep 60"));
    InstallRequest request =
        new InstallRequest(
            usual.language(),
            usual.packages(),
            usual.baseImage(),
            usual.network(),
            Optional.of(Duration.ofSeconds(2)));
    assertThat(InstallText.errors(install(request)))
        .singleElement()
        .asString()
        .contains("given up", "2.0 s");
    assertNothingLeft(request);
  }

  @Test
  void aBaseWithoutThePackageManagerSaysSoAndWhatItsProgramsSay() {
    InstallRequest request =
        request(
            MadeUpBase.withGem("")
                .file(
                    "bin/gem",
                    "#!/bin/sh\necho no gems; exit 1\n".getBytes(StandardCharsets.UTF_8)));
    InstallResult result = install(request);
    assertThat(InstallText.errors(result).getFirst())
        .contains("gem", request.baseImage().orElseThrow());
    assertThat(InstallText.errors(result)).contains("no gems");
    assertNothingLeft(request);
  }
}
