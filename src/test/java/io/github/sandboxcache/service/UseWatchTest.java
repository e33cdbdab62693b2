package io.github.sandboxcache.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.sandboxcache.adapter.files.JsonSnapshotStore;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.layers.LayerStore;
import io.github.sandboxcache.domain.usage.FactsInMemory;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.ImageArchive;
import io.github.sandboxcache.testing.TestImages;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real engine, uses are noted while the app runs and caught up with at its start. */
@EngineTest
class UseWatchTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path directory = Path.of("");
  private final FactsInMemory facts = new FactsInMemory();

  @Test
  void aContainerMadeByOthersIsNotedFromItsEvent(ContainerEngine engine, TestImages images)
      throws InterruptedException {
    CacheReference image = images.load();
    try (LiveCatalog catalog = watched(engine)) {
      catalog.start();
      awaitOther(engine, images);
      images.container(image.toString());
      awaitUses(image, 1);
    }
  }

  @Test
  void aContainerMadeWhileTheAppWasClosedIsFoundAtTheStartAndOnlyOnce(
      ContainerEngine engine, TestImages images) throws InterruptedException {
    CacheReference image = images.load();
    images.container(image.toString());
    Instant end = Instant.now();
    try (LiveCatalog catalog = watched(engine)) {
      catalog.start();
      awaitUses(image, 1);
    }
    assertThat(uses(image).getFirst().time()).isBeforeOrEqualTo(end).isAfter(end.minusSeconds(60));
    assertThat(uses(image).getFirst().imageId())
        .isEqualTo(engine.image(image.toString()).map(found -> found.id()));
    try (LiveCatalog catalog = watched(engine)) {
      catalog.start();
      awaitOther(engine, images);
    }
    assertThat(uses(image)).hasSize(1);
  }

  @Test
  void aUseStaysWithTheNameAsGivenWhenTheTagMovesWhileTheAppIsClosed(
      ContainerEngine engine, TestImages images) {
    CacheReference image = images.load();
    CacheReference second = images.newReference();
    images.tag(image, second.repository(), second.tag());
    images.container(image.toString());
    images.loadAs(new ImageArchive().file("rebuilt", new byte[] {1}), image.toString());

    ContainerUses.Found _ = new ContainerUses(engine, facts, Clock.systemUTC()).catchUp();

    assertThat(uses(image)).hasSize(1);
    assertThat(uses(second)).isEmpty();
  }

  @Test
  void aContainerThatTheDockerCommandMakesIsNoted(ContainerEngine engine, TestImages images)
      throws InterruptedException, IOException {
    assumeThat(System.getenv("PATH").split(File.pathSeparator))
        .as("folders that may have the docker command")
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "docker")));
    CacheReference image = images.load();
    try (LiveCatalog catalog = watched(engine)) {
      catalog.start();
      awaitOther(engine, images);
      images.removeLater(dockerCreate(engine, image));
      awaitUses(image, 1);
    }
  }

  private static String dockerCreate(ContainerEngine engine, CacheReference image)
      throws IOException, InterruptedException {
    Process docker =
        new ProcessBuilder(
                "docker", "-H", engine.description().endpoint(), "create", image.toString(), "none")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(docker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(docker.waitFor()).isZero();
    return said.strip();
  }

  /** Once the use of another image is noted, everything before it has been. */
  private void awaitOther(ContainerEngine engine, TestImages images) throws InterruptedException {
    CacheReference other = images.load();
    Instant patienceEnds = Instant.now().plus(PATIENCE);
    while (uses(other).isEmpty()) {
      assertThat(Instant.now()).as("no use was ever noted").isBefore(patienceEnds);
      assertThat(engine.image(other.toString())).isPresent();
      images.container(other.toString());
      Thread.sleep(200);
    }
  }

  private void awaitUses(CacheReference image, int count) throws InterruptedException {
    Instant patienceEnds = Instant.now().plus(PATIENCE);
    while (uses(image).size() < count) {
      assertThat(Instant.now()).as("the use was never noted").isBefore(patienceEnds);
      Thread.sleep(20);
    }
    assertThat(uses(image)).hasSize(count);
  }

  private List<UsageFact> uses(CacheReference image) {
    return facts.all().stream().filter(fact -> fact.reference().equals(image)).toList();
  }

  private LiveCatalog watched(ContainerEngine engine) {
    return new LiveCatalog(
        engine,
        new JsonSnapshotStore(directory, engine.description().endpoint()),
        LayerStore.NONE,
        Clock.systemUTC(),
        LiveTimings.DEFAULT,
        new UseWatch(new ContainerUses(engine, facts, Clock.systemUTC())));
  }
}
