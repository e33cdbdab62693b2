package io.github.sandboxcache.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.docker.DockerEngineConnector;
import io.github.sandboxcache.adapter.docker.EngineEnvironment;
import io.github.sandboxcache.adapter.files.JsonTransferNotes;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RemoteImage;
import io.github.sandboxcache.domain.registry.TransferOutcome;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.ImageArchive;
import io.github.sandboxcache.testing.TestImages;
import io.github.sandboxcache.testing.TestLocks;
import io.github.sandboxcache.testing.TestRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two that push one key at the same moment leave a tag that is the one's or the other's whole
 * image. The other one may be a second engine with another image of that name; without one it is
 * the same engine, by another name of the registry.
 */
@EngineTest
class FirstWinsOnEngineTest {
  private static final int ROUNDS = Integer.getInteger("sandboxcache.push-rounds", 5);
  private static final int LAYER_BYTES = 300_000;

  /** Another engine's address. */
  private static final Optional<String> SECOND =
      Optional.ofNullable(System.getProperty("sandboxcache.second-engine"));

  @TempDir private Path directory;

  private final Random random = new Random(11);
  private TestRegistry registry;
  private CacheService first;
  private CacheService second;
  private Optional<ContainerEngine> other = Optional.empty();
  private Optional<TestImages> theirs = Optional.empty();

  @BeforeEach
  void start(ContainerEngine engine) throws IOException {
    registry = TestRegistry.open(directory);
    other = SECOND.map(FirstWinsOnEngineTest::connect);
    theirs = other.map(another -> TestImages.on(another.description()));
    first = service(engine, "first");
    second = service(other.orElse(engine), "second");
  }

  @AfterEach
  void stop() throws IOException {
    if (theirs.isPresent()) {
      theirs.get().close();
    }
    other.ifPresent(ContainerEngine::close);
    registry.close();
  }

  private static ContainerEngine connect(String uri) {
    Outcome outcome =
        new DockerEngineConnector(EngineEnvironment.current()).connect(Optional.of(uri));
    if (outcome instanceof Outcome.Connected(ContainerEngine engine, var _)) {
      return engine;
    }
    throw new AssertionError("no second engine: " + outcome);
  }

  private CacheService service(ContainerEngine engine, String name) {
    return RegistryServices.of(
        engine,
        new JsonTransferNotes(directory.resolve(name).resolve("transfers.json")),
        TestLocks.create());
  }

  private RegistryAddress address(boolean secondName) {
    String host = registry.address();
    return new RegistryAddress(secondName ? host.replace("127.0.0.1", "localhost") : host, "team");
  }

  private ImageArchive image() {
    byte[] content = new byte[LAYER_BYTES];
    random.nextBytes(content);
    return new ImageArchive().file("content", content);
  }

  private static CompletableFuture<TransferOutcome> push(
      CacheService service, CacheReference image, RegistryAddress address, CyclicBarrier start) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            var _ = start.await();
          } catch (Exception e) {
            throw new AssertionError(e);
          }
          return service
              .transfers()
              .push(
                  List.of(image),
                  address,
                  service::list,
                  false,
                  Origin.COMMAND_LINE,
                  ProgressListener.NONE,
                  new Cancellation())
              .done()
              .getFirst()
              .outcome();
        });
  }

  @Test
  void twoThatPushOneKeyAtOnceLeaveAWholeImage(ContainerEngine engine, TestImages images) {
    for (int round = 0; round < ROUNDS; round++) {
      CacheReference image = images.load(image());
      theirs.ifPresent(others -> others.loadAs(image(), image.toString()));
      CyclicBarrier start = new CyclicBarrier(2);

      CompletableFuture<TransferOutcome> one = push(first, image, address(false), start);
      CompletableFuture<TransferOutcome> two = push(second, image, address(true), start);

      assertThat(List.of(one.join(), two.join()))
          .as("round %d", round)
          .allMatch(
              outcome ->
                  outcome instanceof TransferOutcome.Pushed
                      || outcome instanceof TransferOutcome.AlreadyThere);
      RemoteImage there =
          first
              .transfers()
              .look(List.of(image), address(false), ProgressListener.NONE, new Cancellation())
              .getFirst();
      assertThat(
              there.isImage(engine.image(image.toString()).orElseThrow().id())
                  || other.stream()
                      .flatMap(another -> another.image(image.toString()).stream())
                      .anyMatch(theirs -> there.isImage(theirs.id())))
          .as("round %d: it is the one's or the other's", round)
          .isTrue();
      images.untag(image.toString());
      assertThat(
              first
                  .transfers()
                  .pull(
                      List.of(image),
                      address(false),
                      Origin.COMMAND_LINE,
                      ProgressListener.NONE,
                      new Cancellation())
                  .moved())
          .as("round %d: it can be pulled", round)
          .hasSize(1);
      images.untag(image.toString());
      theirs.ifPresent(others -> others.untag(image.toString()));
    }
  }
}
