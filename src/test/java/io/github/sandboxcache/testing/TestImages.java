package io.github.sandboxcache.testing;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ChangeLog;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.EngineDescription;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Images and containers of one test, in a language that nobody else uses. Works through docker-java
 * itself, so that what the app does is checked by other means; removes all it made.
 */
public final class TestImages implements AutoCloseable {
  private final DockerClient docker;
  private final Language language;
  private final List<String> references = new ArrayList<>();
  private final List<String> containers = new ArrayList<>();
  private int made;

  TestImages(EngineDescription engine) {
    URI endpoint = URI.create(engine.endpoint());
    docker =
        DockerClientImpl.getInstance(
            DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost(engine.endpoint())
                .withApiVersion(engine.apiVersion())
                .build(),
            new ZerodepDockerHttpClient.Builder().dockerHost(endpoint).build());
    language = new Language("t" + UUID.randomUUID().toString().substring(0, 8));
  }

  /** Images on another engine than the one of the test; to be closed by the test. */
  public static TestImages on(EngineDescription engine) {
    return new TestImages(engine);
  }

  /** A language that no other test and no user has. */
  public Language language() {
    return language;
  }

  /** A reference of the cache that no image has yet; removed after the test, whoever makes it. */
  public CacheReference newReference() {
    CacheReference reference =
        new CacheReference(language, String.format(Locale.ROOT, "%012x", ++made));
    references.add(reference.toString());
    return reference;
  }

  /** Loads an image of a few bytes under a new reference. */
  public CacheReference load() {
    return load(new ImageArchive());
  }

  /** Loads an image under a new reference. */
  public CacheReference load(ImageArchive image) {
    CacheReference reference = newReference();
    loadAs(image, reference.toString());
    return reference;
  }

  /** Loads an image under any reference, which has to be one that only this test uses. */
  public void loadAs(ImageArchive image, String reference) {
    references.add(reference);
    byte[] unique = (language.name() + made).getBytes(StandardCharsets.UTF_8);
    byte[] archive = image.file("unique", unique).bytes(List.of(reference));
    try (ByteArrayInputStream stream = new ByteArrayInputStream(archive)) {
      docker.loadImageCmd(stream).exec();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }

  /** Gives an image a second reference. */
  public void tag(CacheReference reference, String repository, String tag) {
    references.add(repository + ":" + tag);
    docker.tagImageCmd(reference.toString(), repository, tag).exec();
  }

  /** Creates a container that never runs. */
  public String container(String image) {
    String id = docker.createContainerCmd(image).withCmd("none").exec().getId();
    containers.add(id);
    return id;
  }

  /** Makes a child of an image by a commit. */
  public CacheReference child(CacheReference parent) {
    CacheReference child = newReference();
    String container = container(parent.toString());
    docker.commitCmd(container).withRepository(child.repository()).withTag(child.tag()).exec();
    docker.removeContainerCmd(container).exec();
    return child;
  }

  /** Makes a child of an image with one more file of that many bytes. */
  public CacheReference child(CacheReference parent, int bytes) throws IOException {
    CacheReference child = newReference();
    String container = container(parent.toString());
    byte[] files = ImageArchive.tar(Map.of("file" + made, new byte[bytes]));
    try (ByteArrayInputStream tar = new ByteArrayInputStream(files)) {
      docker
          .copyArchiveToContainerCmd(container)
          .withTarInputStream(tar)
          .withRemotePath("/")
          .exec();
    }
    docker.commitCmd(container).withRepository(child.repository()).withTag(child.tag()).exec();
    docker.removeContainerCmd(container).exec();
    return child;
  }

  /**
   * Makes a child of an image with one more file of that many bytes and without a name, as a save
   * of the sandbox leaves it that failed.
   *
   * @return the id of the image
   */
  public String left(CacheReference parent, int bytes) throws IOException {
    return left(parent, Map.of("left" + ++made, new byte[bytes]));
  }

  /**
   * The same with those files more.
   *
   * @return the id of the image
   */
  public String left(CacheReference parent, Map<String, byte[]> more) throws IOException {
    String container =
        docker
            .createContainerCmd(parent.toString())
            .withLabels(Map.of("mcp-sandbox", "true"))
            .withCmd("none")
            .exec()
            .getId();
    byte[] files = ImageArchive.tar(more);
    try (ByteArrayInputStream tar = new ByteArrayInputStream(files)) {
      docker
          .copyArchiveToContainerCmd(container)
          .withTarInputStream(tar)
          .withRemotePath("/")
          .exec();
    }
    String id = docker.commitCmd(container).exec();
    docker.removeContainerCmd(container).exec();
    // Podman takes an id that is gone for a name it cannot read, unless it has its prefix.
    String prefixed = inspect(id).getId();
    references.add(prefixed);
    return prefixed;
  }

  /**
   * Makes a child of an image with those files and that name, as the sandbox saves a session: by a
   * commit of its container, without a word of what is in it.
   */
  public void saveSession(String parent, Map<String, byte[]> files, CacheReference name)
      throws IOException {
    removeLater(name);
    String container =
        docker
            .createContainerCmd(parent)
            .withLabels(Map.of("mcp-sandbox", "true"))
            .withCmd("none")
            .exec()
            .getId();
    containers.add(container);
    try (ByteArrayInputStream tar = new ByteArrayInputStream(ImageArchive.tar(files))) {
      docker
          .copyArchiveToContainerCmd(container)
          .withTarInputStream(tar)
          .withRemotePath("/")
          .exec();
    }
    docker.commitCmd(container).withRepository(name.repository()).withTag(name.tag()).exec();
    docker.removeContainerCmd(container).exec();
  }

  /** Makes a child of an image with those files more, under a name that only this test uses. */
  public void derive(String parent, Map<String, byte[]> files, String repository, String tag)
      throws IOException {
    references.add(repository + ":" + tag);
    String container = container(parent);
    try (ByteArrayInputStream tar = new ByteArrayInputStream(ImageArchive.tar(files))) {
      docker
          .copyArchiveToContainerCmd(container)
          .withTarInputStream(tar)
          .withRemotePath("/")
          .exec();
    }
    docker.commitCmd(container).withRepository(repository).withTag(tag).exec();
    docker.removeContainerCmd(container).exec();
  }

  /** Gives an image any name, until the end of the test. */
  public void tag(String imageId, String repository, String tag) {
    references.add(repository + ":" + tag);
    docker.tagImageCmd(imageId, repository, tag).exec();
  }

  /** Takes a name away, and the image with its last one. */
  public void untag(String reference) {
    docker.removeImageCmd(reference).withNoPrune(true).exec();
  }

  /** Sees to it that a container which something else made goes after the test. */
  public String removeLater(String container) {
    containers.add(container);
    return container;
  }

  /** What docker-java says of an image. */
  public InspectImageResponse inspect(String reference) {
    return docker.inspectImageCmd(reference).exec();
  }

  /** Sees to it that an image which something else may make goes after the test. */
  public void removeLater(CacheReference reference) {
    references.add(reference.toString());
  }

  /** Whether the engine has that image. */
  public boolean exists(String reference) {
    try {
      inspect(reference);
      return true;
    } catch (NotFoundException _) {
      return false;
    }
  }

  /** What a container changed in its image's files, as {@code docker diff} lists it. */
  public List<String> changedPaths(String container) {
    // The engine says null when there is no change.
    return Stream.ofNullable(docker.containerDiffCmd(container).exec())
        .flatMap(List::stream)
        .map(ChangeLog::getPath)
        .toList();
  }

  /** Whether the engine has that container. */
  public boolean hasContainer(String container) {
    try {
      docker.inspectContainerCmd(container).exec();
      return true;
    } catch (NotFoundException _) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    containers.forEach(this::removeContainer);
    references.reversed().forEach(this::removeImage);
    docker.close();
  }

  private void removeContainer(String id) {
    try {
      docker.removeContainerCmd(id).withForce(true).exec();
    } catch (NotFoundException | ConflictException _) {
      // The test removed it itself, or it is on its way out.
    }
  }

  private void removeImage(String reference) {
    try {
      docker.removeImageCmd(reference).withForce(true).exec();
    } catch (NotFoundException _) {
      // The test removed it itself.
    }
  }
}
