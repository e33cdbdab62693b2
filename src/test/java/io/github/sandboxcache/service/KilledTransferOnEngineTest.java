package io.github.sandboxcache.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.files.JsonTransferNotes;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RemoteImage;
import io.github.sandboxcache.domain.registry.TransferNotes;
import io.github.sandboxcache.domain.registry.TransferOutcome;
import io.github.sandboxcache.domain.registry.TransferReport;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProcessLocks;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.ImageArchive;
import io.github.sandboxcache.testing.TestImages;
import io.github.sandboxcache.testing.TestRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whenever the process is killed, nothing half stays on the engine or in the registry. */
@EngineTest
class KilledTransferOnEngineTest {
  private static final int ROUNDS = Integer.getInteger("sandboxcache.transfer-kill-rounds", 5);
  private static final int LAYER_BYTES = 6_000_000;
  private static final int MAX_MILLIS = 400;

  @TempDir private Path directory;

  private final Random random = new Random(7);
  private TestRegistry registry;
  private RegistryAddress team;
  private TransferNotes notes;
  private CacheService service;

  @BeforeEach
  void start(ContainerEngine engine) throws IOException {
    registry = TestRegistry.open(directory);
    team = new RegistryAddress(registry.address(), "team");
    notes = new JsonTransferNotes(notesFile());
    service = RegistryServices.of(engine, notes, new ProcessLocks(locks()));
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  private Path notesFile() {
    return directory.resolve("transfers.json");
  }

  private Path locks() {
    return directory.resolve("locks");
  }

  private CacheReference image(TestImages images) {
    byte[] content = new byte[LAYER_BYTES];
    random.nextBytes(content);
    return images.load(new ImageArchive().file("content", content));
  }

  private void killInTheMiddle(String direction, ContainerEngine engine, CacheReference image)
      throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                TransferProcess.class.getName(),
                direction,
                engine.description().endpoint(),
                team.toString(),
                notesFile().toString(),
                locks().toString(),
                image.toString())
            .redirectErrorStream(true)
            .start();
    try {
      BufferedReader said = process.inputReader();
      String line = said.readLine();
      while (line != null && !line.equals(TransferProcess.GOING)) {
        line = said.readLine();
      }
      Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
      // Anywhere in the transfer, or behind it; what must hold does not depend on where.
      boolean _ = process.waitFor(random.nextInt(MAX_MILLIS), TimeUnit.MILLISECONDS);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private List<RemoteImage> atRegistry(CacheReference image) {
    return service
        .transfers()
        .look(List.of(image), team, ProgressListener.NONE, new Cancellation());
  }

  private TransferOutcome transfer(String direction, CacheReference image) {
    Transfers transfers = service.transfers();
    TransferReport report =
        direction.equals("push")
            ? transfers.push(
                List.of(image),
                team,
                service::list,
                true,
                Origin.COMMAND_LINE,
                ProgressListener.NONE,
                new Cancellation())
            : transfers.pull(
                List.of(image),
                team,
                Origin.COMMAND_LINE,
                ProgressListener.NONE,
                new Cancellation());
    return report.done().getFirst().outcome();
  }

  @Test
  void aKilledPushLeavesNoNameAndCanBeDoneAgain(ContainerEngine engine, TestImages images)
      throws Exception {
    int inTheMiddle = 0;
    for (int round = 0; round < ROUNDS; round++) {
      CacheReference image = image(images);
      EngineImage before = engine.image(image.toString()).orElseThrow();

      killInTheMiddle("push", engine, image);
      inTheMiddle += engine.image(image.toString()).equals(Optional.of(before)) ? 0 : 1;
      service.transfers().tidy();

      assertThat(engine.image(image.toString())).contains(before);
      assertThat(transfer("push", image))
          .as("round %d", round)
          .isInstanceOfAny(TransferOutcome.Pushed.class, TransferOutcome.AlreadyThere.class)
          .isNotEqualTo(new TransferOutcome.AlreadyThere(false));
      assertThat(atRegistry(image)).hasSize(1);
      assertThat(engine.image(image.toString())).contains(before);
    }
    assertThat(inTheMiddle).as("kills in the middle of a push").isPositive();
  }

  @Test
  void aKilledPullLeavesNothingOrTheWholeImage(ContainerEngine engine, TestImages images)
      throws Exception {
    int inTheMiddle = 0;
    for (int round = 0; round < ROUNDS; round++) {
      CacheReference image = image(images);
      String id = engine.image(image.toString()).orElseThrow().id();
      List<String> layers = engine.layers(id).diffIds();
      assertThat(transfer("push", image)).isInstanceOf(TransferOutcome.Pushed.class);
      images.untag(image.toString());

      killInTheMiddle("pull", engine, image);
      inTheMiddle += notes.underway().isEmpty() ? 0 : 1;
      service.transfers().tidy();

      assertThat(engine.images())
          .as("round %d", round)
          .allSatisfy(
              each ->
                  assertThat(each.references())
                      .noneMatch(name -> name.startsWith(registry.address())));
      assertThat(transfer("pull", image))
          .isInstanceOfAny(TransferOutcome.Pulled.class, TransferOutcome.AlreadyHere.class);
      EngineImage back = engine.image(image.toString()).orElseThrow();
      assertThat(back.references()).hasSize(1);
      assertThat(engine.layers(back.id()).diffIds()).isEqualTo(layers);
    }
    assertThat(inTheMiddle).as("kills in the middle of a pull").isPositive();
  }
}
