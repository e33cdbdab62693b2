package io.github.sandboxcache.adapter.docker;

import io.github.sandboxcache.domain.engine.ContainerEngine.Subscription;
import io.github.sandboxcache.domain.engine.EngineEvent;
import io.github.sandboxcache.domain.engine.EngineEventListener;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads an engine's events in a thread of its own until it is closed or the stream ends. */
final class EventStream implements Subscription {
  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
  private static final Map<String, List<String>> FILTERS =
      Map.of("type", List.of("image", "container"));

  private final EngineResponse response;
  private final EngineEventListener listener;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EventStream(EngineResponse response, EngineEventListener listener) {
    this.response = response;
    this.listener = listener;
  }

  /** Returns once the engine has begun the stream: what happens from then on is reported. */
  static EventStream open(EngineHttp http, EngineEventListener listener) {
    EngineRequest request = EngineRequest.get("/events").withFilters(FILTERS);
    EventStream stream = new EventStream(http.stream(request), listener);
    // Not a virtual one: the process would end later, see EngineProbe.
    Thread.ofPlatform().daemon().name("engine-events").start(stream::read);
    return stream;
  }

  private void read() {
    try (response) {
      response.readEach(EventMessage.class, message -> message.toEvents().forEach(this::report));
      breakOff(response.broken(new EOFException("the engine ended the stream of events")));
    } catch (EngineUnreachableException e) {
      breakOff(e);
    } catch (RuntimeException e) {
      // An event of no legible form; whoever listens must not wait for the next one in vain.
      breakOff(response.broken(new IOException(e)));
    }
  }

  private void report(EngineEvent event) {
    if (closed.get()) {
      return;
    }
    try {
      listener.onEvent(event);
    } catch (RuntimeException e) {
      LOG.error("{} was not handled", event, e);
    }
  }

  private void breakOff(EngineUnreachableException cause) {
    if (closed.compareAndSet(false, true)) {
      listener.onBreak(cause);
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      response.close();
    }
  }
}
