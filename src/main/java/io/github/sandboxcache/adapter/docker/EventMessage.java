package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One event as an engine writes it. */
record EventMessage(
    @Nullable String type,
    @Nullable String action,
    @Nullable Actor actor,
    @JsonProperty("time") long seconds,
    @JsonProperty("timeNano") long nanoseconds) {
  record Actor(@JsonProperty("ID") @Nullable String id, @Nullable Map<String, String> attributes) {}

  /** What changes who uses which image; {@code died} and {@code remove} are Podman's words. */
  private static final Set<String> CONTAINER_CHANGES =
      Set.of("create", "start", "restart", "die", "died", "stop", "rename", "destroy", "remove");

  private static final Set<String> NO_IMAGE_CHANGES = Set.of("push", "save");

  List<EngineEvent> toEvents() {
    String actorId = actor == null ? "" : EngineJson.orEmpty(actor.id());
    if (actor == null || actorId.isEmpty()) {
      return List.of();
    }
    String did = EngineJson.orEmpty(action);
    return switch (EngineJson.orEmpty(type)) {
      case "image" ->
          NO_IMAGE_CHANGES.contains(did)
              ? List.of()
              : List.of(new EngineEvent.ImageChanged(ImageIds.full(actorId)));
      case "container" -> containerEvents(did, actorId, actor);
      default -> List.of();
    };
  }

  /** Podman tells of a commit by this event alone, and not which image it made. */
  private List<EngineEvent> containerEvents(String did, String id, Actor actor) {
    if (did.equals("commit")) {
      String image = EngineJson.orEmpty(actor.attributes()).getOrDefault("imageID", "");
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
        ? List.of(changed, new EngineEvent.ContainerBegan(container(id, actor), time(), created))
        : List.of(changed);
  }

  private static EngineContainer container(String id, Actor actor) {
    Map<String, String> attributes = EngineJson.orEmpty(actor.attributes());
    return new EngineContainer(
        id,
        attributes.getOrDefault("name", ""),
        "",
        attributes.getOrDefault("image", ""),
        true,
        attributes);
  }

  private Instant time() {
    return nanoseconds > 0 ? Instant.ofEpochSecond(0, nanoseconds) : Instant.ofEpochSecond(seconds);
  }
}
