package io.github.sandboxcache.trials.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Counts the removals that an engine tells of, so that something can happen in the midst of them.
 */
public final class RemovalEvents implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration STEP = Duration.ofMillis(20);
  private static final int LOOKS = 50;

  private final CountDownLatch opened = new CountDownLatch(1);
  private final Object change = new Object();
  private final EngineApi engine;
  private final Thread thread;
  private final Map<String, Instant> begun = new ConcurrentHashMap<>();
  private int seen;

  private RemovalEvents(String address) {
    this.engine = EngineApi.at(address);
    this.thread = Thread.ofPlatform().daemon().name("removal-events").unstarted(this::follow);
  }

  /** Follows an engine from now on. */
  public static RemovalEvents of(String address) throws InterruptedException {
    RemovalEvents events = new RemovalEvents(address);
    events.thread.start();
    if (!events.opened.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("the engine does not tell what happens on it");
    }
    return events;
  }

  private void follow() {
    String filters = EngineApi.encode("{\"type\":[\"image\"]}");
    try {
      engine.follow(
          "/events?filters=" + filters,
          opened::countDown,
          event -> {
            begin(event);
            count(event.path("Action").asText());
          });
    } catch (UncheckedIOException | IllegalStateException _) {
      // The stream ends with the engine, or because it was closed.
    }
  }

  private void begin(JsonNode event) {
    if (event.path("Action").asText().equals("untag")) {
      long nanoseconds = event.path("timeNano").asLong();
      String id = hex(event.path("Actor").path("ID").asText());
      begun.putIfAbsent(id, Instant.ofEpochSecond(0, nanoseconds));
    }
  }

  private static String hex(String id) {
    return id.substring(id.indexOf(':') + 1);
  }

  /**
   * When the engine began to remove that image, as far as it has told; some tell a moment later.
   */
  public Optional<Instant> begun(String imageId) throws InterruptedException {
    for (int i = 0; i < LOOKS && !begun.containsKey(hex(imageId)); i++) {
      Thread.sleep(STEP);
    }
    return Optional.ofNullable(begun.get(hex(imageId)));
  }

  private void count(String action) {
    if (action.equals("untag") || action.equals("delete") || action.equals("remove")) {
      synchronized (change) {
        seen++;
        change.notifyAll();
      }
    }
  }

  /**
   * Waits until so many were seen.
   *
   * @return whether that came before the process ended
   */
  public boolean await(int count, Process process) throws InterruptedException {
    synchronized (change) {
      while (seen < count) {
        if (!process.isAlive()) {
          return false;
        }
        change.wait(STEP.toMillis());
      }
      return true;
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
