package io.github.sandboxcache.adapter.files;

import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.Containers;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.catalog.SnapshotStore;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One JSON file for each engine. */
public final class JsonSnapshotStore implements SnapshotStore {
  private static final Logger LOG = LoggerFactory.getLogger(JsonSnapshotStore.class);

  private final JsonFile<SnapshotFile> file;

  /**
   * A store for one engine.
   *
   * @param directory where the files of all engines are
   * @param endpoint the engine's URI; engines at different places have different files
   */
  public JsonSnapshotStore(Path directory, String endpoint) {
    UUID name = UUID.nameUUIDFromBytes(endpoint.getBytes(StandardCharsets.UTF_8));
    this.file = JsonFile.of(directory.resolve(name + ".json"), SnapshotFile.class);
  }

  @Override
  public Optional<Remembered> load() {
    try {
      return file.load().map(SnapshotFile::toRemembered);
    } catch (IOException | RuntimeException e) {
      LOG.warn("The remembered list in {} is not legible and is not used", file.path(), e);
      return Optional.empty();
    }
  }

  @Override
  public void save(Remembered remembered) {
    try {
      file.save(SnapshotFile.of(remembered));
    } catch (IOException e) {
      LOG.warn("The list could not be remembered in {}", file.path(), e);
    }
  }

  private record SnapshotFile(
      long listedMs,
      ReferenceNaming naming,
      List<Image> images,
      @Nullable List<Container> containers) {
    static SnapshotFile of(Remembered remembered) {
      EngineSnapshot snapshot = remembered.snapshot();
      return new SnapshotFile(
          remembered.listed().toEpochMilli(),
          snapshot.naming(),
          snapshot.images().stream().map(Image::of).toList(),
          snapshot.containers() instanceof Containers.Known(List<EngineContainer> all)
              ? all.stream().map(Container::of).toList()
              : null);
    }

    Remembered toRemembered() {
      return new Remembered(
          new EngineSnapshot(
              images.stream().map(Image::toImage).toList(),
              containers == null
                  ? new Containers.Unknown("")
                  : new Containers.Known(containers.stream().map(Container::toContainer).toList()),
              naming),
          Instant.ofEpochMilli(listedMs));
    }
  }

  /** A null or a missing number means unknown; only labels of ours are kept. */
  private record Image(
      String id,
      List<String> references,
      @Nullable Long size,
      @Nullable Long shared,
      @Nullable Long createdSeconds,
      @Nullable String parent,
      Map<String, String> labels) {
    static Image of(EngineImage image) {
      return new Image(
          image.id(),
          image.references(),
          orNull(image.sizeBytes()),
          orNull(image.sharedBytes()),
          image.createdAt().map(Instant::getEpochSecond).orElse(null),
          image.parentId().orElse(null),
          image.labels().entrySet().stream()
              .filter(label -> label.getKey().startsWith(ImageLabels.PREFIX))
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static @Nullable Long orNull(OptionalLong number) {
      return number.isPresent() ? number.getAsLong() : null;
    }

    private static OptionalLong optional(@Nullable Long number) {
      return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    EngineImage toImage() {
      return new EngineImage(
          id,
          references,
          optional(size),
          optional(shared),
          Optional.ofNullable(createdSeconds).map(Instant::ofEpochSecond),
          Optional.ofNullable(parent),
          labels);
    }
  }

  private record Container(String id, String name, String imageId, String image, boolean running) {
    static Container of(EngineContainer container) {
      return new Container(
          container.id(),
          container.name(),
          container.imageId(),
          container.image(),
          container.running());
    }

    EngineContainer toContainer() {
      return new EngineContainer(id, name, imageId, image, running, Map.of());
    }
  }
}
