package io.github.sandboxcache.domain.orphans;

import static io.github.sandboxcache.domain.catalog.Images.NOON;
import static io.github.sandboxcache.domain.catalog.Images.childOf;
import static io.github.sandboxcache.domain.catalog.Images.container;
import static io.github.sandboxcache.domain.catalog.Images.image;

import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/** Images as failed saves of the sandbox leave them. */
public final class LeftImages {
  private LeftImages() {}

  /** An image of a hundred bytes without a name, made at noon from a container of the sandbox. */
  public static EngineImage left(String id) {
    return labelled(id, Map.of("mcp-sandbox", "true"));
  }

  /** The same over a base of a hundred bytes, with what a made-up image needs to hold packages. */
  public static EngineImage left(String id, Language language, String... packages) {
    Map<String, String> labels =
        new HashMap<>(ImageLabels.of(language, List.of(packages), "sample", "sha256:0", "sample"));
    labels.put("mcp-sandbox", "true");
    return new EngineImage(
        id,
        List.of(),
        OptionalLong.of(200),
        OptionalLong.of(100),
        Optional.of(NOON),
        Optional.empty(),
        labels);
  }

  /** An image without a name, with those labels. */
  static EngineImage labelled(String id, Map<String, String> labels) {
    return new EngineImage(
        id,
        List.of(),
        OptionalLong.of(100),
        OptionalLong.empty(),
        Optional.of(NOON),
        Optional.empty(),
        labels);
  }

  /** Named and nameless images, left ones among them, with parents and containers at random. */
  public static EngineSnapshot anySnapshot(Random random) {
    List<EngineImage> images = new ArrayList<>();
    List<EngineContainer> containers = new ArrayList<>();
    int count = random.nextInt(20);
    for (int i = 0; i < count; i++) {
      String id = "id" + i;
      EngineImage image =
          switch (random.nextInt(4)) {
            case 0 -> image(id, "mcp-sandbox-go:%012x".formatted(i));
            case 1 -> image(id);
            case 2 -> left(id).withReferences(List.of("team/app:" + i));
            default -> left(id);
          };
      images.add(
          random.nextInt(3) == 0 && i > 0 ? childOf("id" + random.nextInt(i), image) : image);
      if (random.nextInt(5) == 0) {
        containers.add(container("c" + i, id));
      }
    }
    return new EngineSnapshot(images, containers, ReferenceNaming.DOCKER);
  }
}
