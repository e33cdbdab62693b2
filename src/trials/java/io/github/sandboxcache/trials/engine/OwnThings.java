package io.github.sandboxcache.trials.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Images and containers that the trials make, all with a label by which they are found again. */
public final class OwnThings {
  static final String MARK = "io.github.sandboxcache.trial";

  private final EngineApi engine;
  private final String mark;
  private int containers;

  /**
   * Makes nothing yet.
   *
   * @param mark tells this run's things from those of other runs
   */
  public OwnThings(EngineApi engine, String mark) {
    this.engine = engine;
    this.mark = mark;
  }

  /** What a container does. */
  public enum Life {
    /** It was never started. */
    CREATED,
    /** It runs. */
    RUNNING,
    /** It has run. */
    STOPPED
  }

  /** Whether everything on the engine was made by trials. */
  public boolean alone() {
    EngineState state = EngineState.of(engine);
    return state.images().values().stream().allMatch(image -> image.mark().isPresent())
        && state.containers().stream().allMatch(container -> container.mark().isPresent());
  }

  /** Makes images that have no parent. */
  public void load(List<NewImage> images) {
    byte[] archive = ImageArchive.of(images, mark);
    EngineApi.Answer answer =
        engine.post("/images/load?quiet=1", "application/x-tar", archive).orThrow();
    if (answer.text().contains("\"error\"")) {
      throw new IllegalStateException("the engine could not load images: " + answer.text());
    }
  }

  /** Makes a container from an image, given by name or id; returns the container's name. */
  public Optional<String> container(String image, Life life) {
    String name = "trial-" + mark + "-" + ++containers;
    Map<String, Object> body =
        Map.of(
            "Image", image,
            "Cmd", List.of(life == Life.STOPPED ? "/end" : "/wait"),
            "Labels", Map.of(MARK, mark),
            "StopSignal", "SIGKILL",
            "HostConfig", Map.of("NetworkMode", "none"));
    if (!engine.post("/containers/create?name=" + name, body).done()) {
      return Optional.empty();
    }
    if (life != Life.CREATED) {
      EngineApi.Answer _ = engine.send("POST", "/containers/" + name + "/start").orThrow();
    }
    if (life == Life.STOPPED) {
      EngineApi.Answer _ = engine.send("POST", "/containers/" + name + "/wait").orThrow();
    }
    return Optional.of(name);
  }

  /** Removes a container, running or not. */
  public void removeContainer(String name) {
    EngineApi.Answer _ = engine.send("DELETE", "/containers/" + name + "?force=1&v=1").orThrow();
  }

  /** Commits a container; with a name or without. */
  public EngineApi.Answer commit(String container, Optional<String> name) {
    String query = name.map(n -> "&" + repositoryAndTag(n)).orElse("");
    return engine.post("/commit?container=" + container + query, Map.of());
  }

  /**
   * Makes an image from another, given by name or id.
   *
   * @return its id, or empty when the engine no longer had the other
   */
  public Optional<String> child(String image, Optional<String> name) {
    Optional<String> container = container(image, Life.CREATED);
    if (container.isEmpty()) {
      return Optional.empty();
    }
    EngineApi.Answer committed = commit(container.get(), name);
    removeContainer(container.get());
    return Optional.of(committed).filter(EngineApi.Answer::done).map(OwnThings::id);
  }

  private static String id(EngineApi.Answer committed) {
    String id = committed.json().path("Id").asText();
    return id.startsWith("sha256:") ? id : "sha256:" + id;
  }

  /** Gives an image one more name; another image that had it loses it. */
  public void tag(String image, String name) {
    EngineApi.Answer _ =
        engine.send("POST", "/images/" + image + "/tag?" + repositoryAndTag(name)).orThrow();
  }

  /** Takes a name away, as others do it; an image without another name goes if nothing needs it. */
  public boolean untag(String name) {
    return engine.send("DELETE", "/images/" + name + "?noprune=1").done();
  }

  private static String repositoryAndTag(String name) {
    int colon = name.lastIndexOf(':');
    return "repo="
        + EngineApi.encode(name.substring(0, colon))
        + "&tag="
        + name.substring(colon + 1);
  }

  /** Removes all that trials have made on this engine, by this run and by earlier ones. */
  public void removeAll() {
    EngineState state = EngineState.of(engine);
    for (EngineState.Container container : state.containers()) {
      if (container.mark().isPresent()) {
        removeContainer(container.name());
      }
    }
    int before;
    int left = Integer.MAX_VALUE;
    do {
      before = left;
      List<EngineState.Image> ours =
          EngineState.of(engine).images().values().stream()
              .filter(image -> image.mark().isPresent())
              .toList();
      ours.forEach(image -> engine.send("DELETE", "/images/" + image.id() + "?force=1"));
      left = ours.size();
    } while (left > 0 && left < before);
  }
}
