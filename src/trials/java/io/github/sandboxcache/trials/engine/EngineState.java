package io.github.sandboxcache.trials.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Everything on an engine at one moment: hidden images and stopped containers, too.
 *
 * @param images by id
 * @param containers all of them
 */
public record EngineState(Map<String, Image> images, List<Container> containers) {
  /** Copies both, so that the record never changes. */
  public EngineState {
    images = Map.copyOf(images);
    containers = List.copyOf(containers);
  }

  /**
   * An image.
   *
   * @param id with {@code sha256:}, as everywhere here
   * @param names as the engine spells them; none for an image without a name
   * @param parent the id of the image that it was committed from
   * @param created in seconds since 1970
   * @param mark the value of our label, where it has that
   */
  public record Image(
      String id,
      SortedSet<String> names,
      Optional<String> parent,
      long created,
      Optional<String> mark) {}

  /**
   * A container.
   *
   * @param id its id
   * @param name its name, without the slash
   * @param imageId what it was made from
   * @param mark the value of our label, where it has that
   */
  public record Container(String id, String name, String imageId, Optional<String> mark) {}

  /** Reads all of it. */
  public static EngineState of(EngineApi engine) {
    Map<String, Image> images = new LinkedHashMap<>();
    for (JsonNode image : engine.get("/images/json?all=1")) {
      String id = id(image.path("Id").asText());
      images.put(
          id,
          new Image(
              id,
              names(image.path("RepoTags")),
              Optional.of(image.path("ParentId").asText(""))
                  .filter(p -> !p.isEmpty())
                  .map(EngineState::id),
              image.path("Created").asLong(),
              mark(image)));
    }
    List<Container> containers = new ArrayList<>();
    for (JsonNode container : engine.get("/containers/json?all=1")) {
      containers.add(
          new Container(
              container.path("Id").asText(),
              container.path("Names").path(0).asText().replaceFirst("^/", ""),
              id(container.path("ImageID").asText()),
              mark(container)));
    }
    return new EngineState(images, containers);
  }

  private static SortedSet<String> names(JsonNode tags) {
    SortedSet<String> names = new TreeSet<>();
    for (JsonNode tag : tags) {
      if (!tag.asText().equals("<none>:<none>")) {
        names.add(tag.asText());
      }
    }
    return names;
  }

  private static Optional<String> mark(JsonNode thing) {
    return Optional.ofNullable(thing.path("Labels").get(OwnThings.MARK)).map(JsonNode::asText);
  }

  private static String id(String given) {
    return given.startsWith("sha256:") ? given : "sha256:" + given;
  }

  /** The image of that name. */
  public Optional<Image> named(String name) {
    return images.values().stream().filter(image -> image.names().contains(name)).findFirst();
  }

  /** The images that were committed from that one. */
  public List<Image> children(String imageId) {
    return images.values().stream()
        .filter(image -> image.parent().equals(Optional.of(imageId)))
        .toList();
  }

  /** The containers that were made from that image. */
  public List<Container> users(String imageId) {
    return containers.stream().filter(container -> container.imageId().equals(imageId)).toList();
  }
}
