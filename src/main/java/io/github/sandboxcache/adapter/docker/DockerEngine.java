package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.adapter.docker.EngineTransport.Patience;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.ContainerLife;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.domain.engine.EngineDiskUsage;
import io.github.sandboxcache.domain.engine.EngineEventListener;
import io.github.sandboxcache.domain.engine.EngineIdentity;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.EngineInfo;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import io.github.sandboxcache.domain.engine.ImageNotFoundException;
import io.github.sandboxcache.domain.engine.ImageTransfers;
import io.github.sandboxcache.domain.engine.InstallRuntime;
import io.github.sandboxcache.domain.layers.ImageLayers;
import io.github.sandboxcache.domain.task.Cancellation;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Docker, or Podman by the Docker API it offers. Thread-safe. */
final class DockerEngine implements ContainerEngine {
  private static final String IMAGE_LIST = "/images/json";

  /** Podman and Docker's containerd store refuse a list when an image goes while it is made. */
  private static final int LIST_TRIES = 4;

  private final EngineConnection connection;
  private final EngineDescription description;
  private final ApiVersion api;
  private final EngineId id;
  private final InstallRuntime installRuntime;
  private final ImageTransfers transfers;

  private DockerEngine(
      EngineConnection connection,
      EngineDescription description,
      ApiVersion api,
      RegistryLogins logins) {
    this.connection = connection;
    this.description = description;
    this.api = api;
    this.id = new EngineId(connection, description.naming());
    this.installRuntime = new DockerInstallRuntime(connection, description.naming(), logins);
    this.transfers = new DockerTransfers(connection, description.naming(), logins);
  }

  /** The engine that answered at an endpoint, spoken to in that API version from now on. */
  static DockerEngine of(
      Endpoint endpoint,
      EngineConnection connection,
      EngineVersion version,
      ApiVersion api,
      RegistryLogins logins) {
    EngineDescription description =
        new EngineDescription(
            version.product(),
            EngineJson.orEmpty(version.version()),
            api.toString(),
            connection.endpoint(),
            endpoint.sourceName(),
            version.naming(),
            false);
    return new DockerEngine(connection.speaking(api), description, api, logins);
  }

  @Override
  public EngineDescription description() {
    return description;
  }

  @Override
  public EngineIdentity identity() {
    return id.get();
  }

  @Override
  public List<EngineImage> images() {
    EngineRequest request = EngineRequest.get(IMAGE_LIST).with("all", "1");
    return images(listSaysWhatIsShared() ? request.with("shared-size", "1") : request);
  }

  @Override
  public List<EngineImage> imagesMadeAfter(String imageId) {
    Map<String, List<String>> filter = Map.of("since", List.of(imageId));
    try {
      return images(EngineRequest.get(IMAGE_LIST).with("all", "1").withFilters(filter));
    } catch (EngineRefusedException e) {
      // The status for an image that is gone depends on the engine, and on where it notices.
      if (image(imageId).isEmpty()) {
        throw new ImageNotFoundException(String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }

  @Override
  public boolean announcesImages() {
    return description.naming() != ReferenceNaming.PODMAN;
  }

  private List<EngineImage> images(EngineRequest request) {
    Optional<EngineRefusedException> refusal = Optional.empty();
    for (int tries = 1; ; tries++) {
      Map<String, EngineImage> images = new LinkedHashMap<>();
      try {
        return connection.send(
            request,
            body -> {
              ImageListReader.readEach(
                  body,
                  item ->
                      images.merge(
                          item.id(), item.toImage(description.naming()), DockerEngine::both));
              return List.copyOf(images.values());
            });
      } catch (EngineRefusedException e) {
        if (tries == LIST_TRIES) {
          throw e;
        }
        refusal = refusal.or(() -> Optional.of(e));
      } catch (EngineUnreachableException e) {
        // An engine may hang up after a refusal, which says more than the connection that is gone.
        refusal.ifPresent(
            first -> {
              first.addSuppressed(e);
              throw first;
            });
        throw e;
      }
    }
  }

  /** Old containerd stores list an image once for each of its names. */
  private static EngineImage both(EngineImage one, EngineImage other) {
    Set<String> names = new LinkedHashSet<>(one.references());
    names.addAll(other.references());
    return one.withReferences(List.copyOf(names));
  }

  @Override
  public Optional<EngineImage> image(String referenceOrId) {
    ImageInspection inspection;
    try {
      inspection = ImageInspection.of(connection, referenceOrId);
    } catch (ImageNotFoundException _) {
      return Optional.empty();
    }
    EngineImage image = inspection.toImage();
    return Optional.of(inspection.sizeDiffersFromList() ? withListedSize(image) : image);
  }

  /** The filter hides the image's other references, so that only the size is taken from there. */
  private EngineImage withListedSize(EngineImage image) {
    return image.references().stream()
        .findFirst()
        .map(tag -> Map.of("reference", List.of(tag)))
        .flatMap(
            filter ->
                images(EngineRequest.get(IMAGE_LIST).withFilters(filter)).stream()
                    .filter(listed -> listed.id().equals(image.id()))
                    .findFirst())
        .map(
            listed ->
                new EngineImage(
                    image.id(),
                    image.references(),
                    listed.sizeBytes(),
                    image.sharedBytes(),
                    image.createdAt(),
                    image.parentId(),
                    image.labels()))
        .orElse(image);
  }

  @Override
  public ImageLayers layers(String imageId) {
    return ImageInspection.of(connection, imageId)
        .toLayers(
            connection.listAboutImage(connection.commands().imageHistoryCmd(imageId)),
            description.naming() == ReferenceNaming.DOCKER);
  }

  @Override
  public <T> T readArchive(String imageId, ArchiveReader<T> reader, Cancellation cancellation) {
    EngineRequest request =
        EngineRequest.get("/images/" + EngineRequest.pathPart(imageId) + "/get");
    try {
      // Docker writes the whole image to its own disk before it sends the first byte.
      return connection.apart(
          Patience.ENDLESS, cancellation, own -> own.send(request, reader::read));
    } catch (EngineRefusedException e) {
      throw EngineConnection.aboutImage(e);
    }
  }

  @Override
  public void loadImage(InputStream archive, Cancellation cancellation) {
    EngineRequest request = EngineRequest.post("/images/load");
    boolean _ =
        connection.apart(
            Patience.ENDLESS,
            cancellation,
            own -> own.send(request, archive, answer -> LoadReport.check(answer, request.name())));
  }

  @Override
  public EngineDiskUsage diskUsage() {
    EngineRequest request = EngineRequest.get("/system/df").with("type", "image");
    return connection
        .send(request, DiskUsage.class)
        .toUsage(description.naming(), !listSaysWhatIsShared());
  }

  @Override
  public OptionalLong freeDiskBytes() {
    return info().freeDiskBytes();
  }

  @Override
  public EngineInfo info() {
    JsonNode answer = connection.send(EngineRequest.get("/info"), JsonNode.class);
    return new EngineState(answer).toInfo(description.endpoint(), System.getProperty("os.version"));
  }

  @Override
  public boolean countsNamelessParents() {
    return api.isAtLeast(ApiVersion.NAMELESS_PARENTS_COUNTED);
  }

  private boolean listSaysWhatIsShared() {
    return api.isAtLeast(ApiVersion.SHARED_SIZE_IN_LIST);
  }

  @Override
  public List<EngineContainer> containers() {
    Instant now = Instant.now();
    EngineRequest request = EngineRequest.get("/containers/json").with("all", "1");
    return connection
        .send(request, body -> EngineJson.readArray(body, ContainerSummary.class))
        .stream()
        .map(item -> item.toContainer(imageId(item), now))
        .toList();
  }

  private String imageId(ContainerSummary container) {
    if (!container.listedImageId().isEmpty() || container.imageName().isEmpty()) {
      return container.listedImageId();
    }
    return image(container.imageName()).map(EngineImage::id).orElse("");
  }

  @Override
  public Optional<ContainerLife> containerLife(String containerId) {
    return ContainerInspection.of(connection, containerId).map(ContainerInspection::toLife);
  }

  @Override
  public boolean removeReference(String reference) {
    checkCached(reference);
    return ImageNames.remove(connection, reference);
  }

  @Override
  public boolean removeUntagged(String imageId) {
    return PassingName.removeImage(connection, imageId);
  }

  @Override
  public boolean nameUntagged(String imageId, CacheReference reference) {
    return PassingName.replace(connection, imageId, reference);
  }

  @Override
  public void restoreReference(String imageId, String reference) {
    checkCached(reference);
    int colon = reference.lastIndexOf(':');
    ImageNames.give(
        connection, imageId, reference.substring(0, colon), reference.substring(colon + 1));
  }

  /** An id, a base image or somebody else's tag must never get as far as the engine. */
  private void checkCached(String reference) {
    if (!(description.naming().parse(reference).orElse(null) instanceof CacheReference)) {
      throw new IllegalArgumentException("not the reference of a cached image: " + reference);
    }
  }

  @Override
  public ImageTransfers transfers() {
    return transfers;
  }

  @Override
  public InstallRuntime installRuntime() {
    return installRuntime;
  }

  @Override
  public Subscription subscribe(EngineEventListener listener) {
    return EventStream.open(connection, listener);
  }

  @Override
  public void close() {
    connection.close();
  }
}
