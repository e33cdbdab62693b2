package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.ContainerEngine.Subscription;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome;
import io.github.sandboxcache.domain.engine.EngineEvent;
import io.github.sandboxcache.domain.engine.EngineEvent.ContainerChanged;
import io.github.sandboxcache.domain.engine.EngineEvent.ImageChanged;
import io.github.sandboxcache.domain.engine.EngineEventListener;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.testing.DockerOnly;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.TestImages;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

@EngineTest
class EventStreamTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final class Recorder implements EngineEventListener {
    private final BlockingQueue<EngineEvent> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<EngineException> breaks = new LinkedBlockingQueue<>();

    @Override
    public void onEvent(EngineEvent event) {
      events.add(event);
    }

    @Override
    public void onBreak(EngineException cause) {
      breaks.add(cause);
    }

    void await(Predicate<EngineEvent> wanted) throws InterruptedException {
      EngineEvent event;
      do {
        event = events.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(event).as("an event that never came").isNotNull();
      } while (!wanted.test(event));
    }
  }

  private static boolean isAbout(ContainerEngine engine, EngineEvent event, CacheReference image) {
    return event instanceof ImageChanged(String name)
        && engine
            .image(name)
            .filter(
                found ->
                    found.references().stream()
                        .map(engine.description().naming()::shortName)
                        .anyMatch(image.toString()::equals))
            .isPresent();
  }

  @Test
  void aNewTagAndANewContainerAreReported(ContainerEngine engine, TestImages images)
      throws InterruptedException {
    CacheReference loaded = images.load();
    Recorder recorder = new Recorder();
    try (Subscription _ = engine.subscribe(recorder)) {
      images.tag(loaded, "team/" + images.language(), "1");
      recorder.await(event -> isAbout(engine, event, loaded));
      String container = images.container(loaded.toString());
      recorder.await(new ContainerChanged(container)::equals);
    }
  }

  @Test
  @DockerOnly("Podman 4.3 says nothing of either")
  void aLoadAndACommitAreReported(ContainerEngine engine, TestImages images)
      throws InterruptedException {
    Recorder recorder = new Recorder();
    try (Subscription _ = engine.subscribe(recorder)) {
      CacheReference loaded = images.load();
      recorder.await(event -> isAbout(engine, event, loaded));
      CacheReference child = images.child(loaded);
      recorder.await(event -> isAbout(engine, event, child));
    }
  }

  @Test
  void aClosedStreamSaysNothingMore(ContainerEngine engine, TestImages images)
      throws InterruptedException {
    Recorder closed = new Recorder();
    Recorder open = new Recorder();
    try (Subscription _ = engine.subscribe(open)) {
      Subscription subscription = engine.subscribe(closed);
      subscription.close();
      subscription.close();
      CacheReference loaded = images.load();
      images.tag(loaded, "team/" + images.language(), "1");
      open.await(event -> isAbout(engine, event, loaded));
      assertThat(closed.events).noneMatch(event -> isAbout(engine, event, loaded));
      assertThat(closed.breaks).isEmpty();
    }
  }

  @Test
  void aConnectionThatGoesAwayBreaksTheStreamOnce(ContainerEngine engine)
      throws InterruptedException {
    Recorder recorder = new Recorder();
    Outcome outcome =
        new DockerEngineConnector(EngineEnvironment.current())
            .connect(Optional.of(engine.description().endpoint()));
    assertThat(outcome).isInstanceOf(Outcome.Connected.class);
    ContainerEngine other = ((Outcome.Connected) outcome).engine();
    other.subscribe(recorder);
    other.close();
    assertThat(recorder.breaks.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isNotNull();
    assertThat(recorder.breaks).isEmpty();
  }
}
