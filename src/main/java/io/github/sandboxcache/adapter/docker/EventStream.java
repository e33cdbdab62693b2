package io.github.sandboxcache.adapter.docker;

import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.EventActor;
import com.github.dockerjava.api.model.EventType;
import io.github.sandboxcache.adapter.docker.EngineTransport.Patience;
import io.github.sandboxcache.domain.engine.ContainerEngine.Subscription;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineEvent;
import io.github.sandboxcache.domain.engine.EngineEventListener;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of an engine's events until it is closed or the stream ends. */
final class EventStream implements Subscription {
  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

  /** What changes who uses which image; {@code died} and {@code remove} are Podman's words. */
  private static final Set<String> CONTAINER_CHANGES =
      Set.of("create", "start", "restart", "die", "died", "stop", "rename", "destroy", "remove");

  private static final Set<String> NO_IMAGE_CHANGES = Set.of("push", "save");

  private final EngineConnection own;
  private final EngineEventListener listener;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EventStream(EngineConnection own, EngineEventListener listener) {
    this.own = own;
    this.listener = listener;
  }

  /** Returns once the engine has begun the stream: what happens from then on is reported. */
  static EventStream open(EngineConnection engine, EngineEventListener listener) {
    EventStream stream = new EventStream(engine.apart(Patience.DURING_ANSWER), listener);
    stream.begin();
    return stream;
  }

  private void begin() {
    try {
      var _ =
          own.begin(
                  own.commands()
                      .eventsCmd()
                      .withEventTypeFilter(EventType.IMAGE, EventType.CONTAINER),
                  this::report)
              .end()
              .whenComplete((_, cause) -> breakOff(cause));
    } catch (RuntimeException e) {
      own.close();
      throw e;
    }
  }

  private void report(Event message) {
    for (EngineEvent event : events(message)) {
      if (closed.get()) {
        return;
      }
      try {
        listener.onEvent(event);
      } catch (RuntimeException e) {
        LOG.error("{} was not handled", event, e);
      }
    }
  }

  private void breakOff(@Nullable Throwable cause) {
    own.close();
    if (closed.compareAndSet(false, true)) {
      listener.onBreak(why(cause));
    }
  }

  /** Also for an event of no legible form: whoever listens must not wait for the next in vain. */
  private EngineException why(@Nullable Throwable cause) {
    Throwable failure =
        cause == null ? new IOException("the engine ended the stream of events") : cause;
    return own.failure(failure) instanceof EngineException known
        ? known
        : new EngineUnreachableException(own.endpoint(), EngineWords.of(failure), failure);
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      own.close();
    }
  }

  /** What an engine's message means; nothing where it does not concern images or containers. */
  static List<EngineEvent> events(Event message) {
    EventActor actor = message.getActor();
    String id = actor == null ? "" : EngineJson.orEmpty(actor.getId());
    if (actor == null || id.isEmpty()) {
      return List.of();
    }
    String did = EngineJson.orEmpty(message.getAction());
    if (message.getType() == EventType.IMAGE) {
      return NO_IMAGE_CHANGES.contains(did)
          ? List.of()
          : List.of(
              new EngineEvent.ImageChanged(
                  PassingName.imageId(id).orElseGet(() -> ImageIds.full(id))));
    }
    return message.getType() == EventType.CONTAINER
        ? containerEvents(did, id, EngineJson.orEmpty(actor.getAttributes()), time(message))
        : List.of();
  }

  /** Podman tells of a commit by this event alone, and not which image it made. */
  private static List<EngineEvent> containerEvents(
      String did, String id, Map<String, String> attributes, Instant time) {
    if (did.equals("commit")) {
      String image = attributes.getOrDefault("imageID", "");
      return image.isEmpty()
          ? List.of(new EngineEvent.SomeImageChanged())
          : List.of(new EngineEvent.ImageChanged(ImageIds.full(image)));
    }
    if (!CONTAINER_CHANGES.contains(did)) {
      return List.of();
    }
    EngineEvent changed = new EngineEvent.ContainerChanged(id);
    boolean created = did.equals("create");
    return created || did.equals("start")
        ? List.of(changed, new EngineEvent.ContainerBegan(container(id, attributes), time, created))
        : List.of(changed);
  }

  private static EngineContainer container(String id, Map<String, String> attributes) {
    return new EngineContainer(
        id,
        attributes.getOrDefault("name", ""),
        "",
        attributes.getOrDefault("image", ""),
        true,
        attributes);
  }

  private static Instant time(Event message) {
    Long nanoseconds = message.getTimeNano();
    Long seconds = message.getTime();
    if (nanoseconds != null && nanoseconds > 0) {
      return Instant.ofEpochSecond(0, nanoseconds);
    }
    return Instant.ofEpochSecond(seconds == null ? 0 : seconds);
  }
}
