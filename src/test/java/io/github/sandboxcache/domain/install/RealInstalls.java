package io.github.sandboxcache.domain.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.Containers;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.contents.ImageContents;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProcessLocks;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactRecorder;
import io.github.sandboxcache.domain.usage.FactsInMemory;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.testing.Inspectors;
import io.github.sandboxcache.testing.PodmanCommits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Real installs on a real engine, looked at through docker-java itself. Installs into base images
 * that are made for the tests; removes every image that it made and never one that was there.
 */
final class RealInstalls implements AutoCloseable {
  private static final String REQUIRE = "SANDBOX_CACHE_REQUIRE_ENGINE";

  private final ContainerEngine engine;
  private final DockerClient docker;
  private final SandboxContainers sandbox;
  private final EngineInstaller installer;
  private volatile Optional<Path> caBundle = Optional.empty();
  private final Set<String> made = new TreeSet<>();
  private final FactsInMemory facts = new FactsInMemory();
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

  RealInstalls(ContainerEngine engine, Path locks) {
    this.engine = engine;
    docker =
        DockerClientImpl.getInstance(
            DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost(engine.description().endpoint())
                .withApiVersion(engine.description().apiVersion())
                .build(),
            new ZerodepDockerHttpClient.Builder()
                .dockerHost(URI.create(engine.description().endpoint()))
                .build());
    sandbox =
        new SandboxContainers(docker, engine.description().naming() == ReferenceNaming.DOCKER);
    installer =
        new EngineInstaller(
            engine, this::settings, facts, new ProcessLocks(locks), "test", Clock.systemUTC());
  }

  /** Bases and containers as a sandbox has them; removed with all else. */
  SandboxContainers sandbox() {
    return sandbox;
  }

  /** From now on installs trust that bundle. */
  void useCaBundle(Optional<Path> bundle) {
    caBundle = bundle;
  }

  private InstallSettings settings() {
    InstallSettings usual = InstallSettings.DEFAULT;
    return new InstallSettings(
        usual.baseImages(), usual.network(), caBundle, usual.limits(), usual.timeLimit());
  }

  /** An installer with the app's own settings. */
  static EngineInstaller installer(ContainerEngine engine, Path locks, FactRecorder recorder) {
    return new EngineInstaller(
        engine,
        () -> InstallSettings.DEFAULT,
        recorder,
        new ProcessLocks(locks),
        "test",
        Clock.systemUTC());
  }

  /** The reference of a base image that is made for the tests. */
  static String base(String name) {
    return "sandbox-cache-test/" + name + ":1";
  }

  /** A request of packages that no image on this engine has yet, on the network of the host. */
  InstallRequest request(Language language, String baseName, String... packages) {
    return requestOn(language, base(baseName), packages);
  }

  /** The same for packages on any base image. */
  InstallRequest requestOn(Language language, String base, String... packages) {
    require(engine.image(base).isPresent(), "the test's base image is missing: " + base);
    InstallRequest request =
        new InstallRequest(language, List.of(packages), Optional.of(base), Optional.of("host"));
    String reference = request.reference().toString();
    require(
        made.contains(reference) || engine.image(reference).isEmpty(),
        "an image that no test made is not touched: " + reference);
    made.add(reference);
    return request;
  }

  private static void require(boolean condition, String otherwise) {
    boolean required = Boolean.getBoolean(REQUIRE) || Boolean.parseBoolean(System.getenv(REQUIRE));
    if (required) {
      assertThat(condition).as(otherwise).isTrue();
    }
    assumeTrue(condition, otherwise);
  }

  InstallResult install(InstallRequest request) {
    return install(request, _ -> {}, new Cancellation());
  }

  InstallResult install(
      InstallRequest request, Consumer<String> onLine, Cancellation cancellation) {
    Consumer<String> kept = lines::add;
    return installer.install(request, new LineListener(kept.andThen(onLine)), cancellation);
  }

  /** What was taken down, in its order. */
  List<FactKind> facts() {
    return facts.all().stream().map(UsageFact::kind).toList();
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  List<String> commandLines() {
    return lines.stream().filter(line -> line.startsWith("$ ")).toList();
  }

  /** What a program printed and how it ended. */
  record Ran(long exitCode, String output) {}

  /** As {@code docker run --network none image command…}. */
  Ran run(InstallRequest request, String... command) {
    return run(request, Optional.empty(), command);
  }

  /** As {@code docker run --network none --workdir … image command…}. */
  Ran runIn(String directory, InstallRequest request, String... command) {
    return run(request, Optional.of(directory), command);
  }

  private Ran run(InstallRequest request, Optional<String> directory, String... command) {
    var create =
        docker
            .createContainerCmd(request.reference().toString())
            .withCmd(Arrays.asList(command))
            .withHostConfig(HostConfig.newHostConfig().withNetworkMode("none"));
    directory.ifPresent(create::withWorkingDir);
    return runToEnd(docker, create.exec().getId());
  }

  /** Starts a container, waits for its end and removes it. */
  static Ran runToEnd(DockerClient docker, String id) {
    try {
      docker.startContainerCmd(id).exec();
      long exitCode = docker.waitContainerCmd(id).start().awaitStatusCode().longValue();
      return new Ran(exitCode, logs(docker, id));
    } finally {
      docker.removeContainerCmd(id).withForce(true).exec();
    }
  }

  private static String logs(DockerClient docker, String id) {
    StringBuilder output = new StringBuilder();
    var callback =
        new ResultCallback.Adapter<Frame>() {
          @Override
          public void onNext(Frame frame) {
            output.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
          }
        };
    try {
      docker.logContainerCmd(id).withStdOut(true).withStdErr(true).exec(callback);
      callback.awaitCompletion();
      return output.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A container that somebody creates from an image; the caller removes it. */
  String createContainer(InstallRequest request) {
    return docker.createContainerCmd(request.reference().toString()).withCmd("x").exec().getId();
  }

  void removeContainer(String id) {
    docker.removeContainerCmd(id).withForce(true).exec();
  }

  /** What is read inside an image without starting it. */
  ImageContents inside(InstallRequest request) {
    EngineImage image = engine.image(request.reference().toString()).orElseThrow();
    Catalog catalog =
        Catalog.of(
            new EngineSnapshot(
                engine.images(), new Containers.Known(List.of()), engine.description().naming()));
    return Inspectors.of(engine).read(image, catalog, ProgressListener.NONE, new Cancellation());
  }

  InspectImageResponse inspect(String reference) {
    return docker.inspectImageCmd(reference).exec();
  }

  /** Guards that the image runs as its base image does, and that it says what is in it. */
  void assertRunsAsItsBase(InstallRequest request) {
    ContainerConfig base = inspect(request.baseImage().orElseThrow()).getConfig();
    ContainerConfig image = inspect(request.reference().toString()).getConfig();
    assertThat(base).isNotNull();
    assertThat(image).isNotNull();
    assertThat(image.getCmd()).isEqualTo(base.getCmd());
    assertThat(orEmpty(image.getEntrypoint())).isEqualTo(orEmpty(base.getEntrypoint()));
    assertThat(image.getUser()).isEqualTo(base.getUser());
    String directory = Objects.requireNonNullElse(image.getWorkingDir(), "");
    String baseDirectory = Objects.requireNonNullElse(base.getWorkingDir(), "");
    List<String> variables = orEmpty(image.getEnv());
    List<String> baseVariables = orEmpty(base.getEnv());
    switch (engine.description().naming()) {
      case DOCKER -> {
        assertThat(directory).isEqualTo(baseDirectory);
        assertThat(variables).isEqualTo(baseVariables);
      }
      case PODMAN -> {
        assertThat(directory).isEqualTo(PodmanCommits.workingDirectory(baseDirectory));
        assertThat(PodmanCommits.variables(variables))
            .isEqualTo(PodmanCommits.variables(baseVariables));
      }
    }
  }

  private static List<String> orEmpty(String[] strings) {
    return strings == null ? List.of() : List.of(strings);
  }

  /** Guards that an install without success leaves nothing at all. */
  void assertNothingLeft(InstallRequest request) {
    assertNoContainerLeft(request);
    assertThatThrownBy(() -> inspect(request.reference().toString()))
        .isInstanceOf(NotFoundException.class);
  }

  void assertNoContainerLeft(InstallRequest request) {
    assertThat(containersOf(request)).isEmpty();
  }

  /** Install containers of that request, by name. */
  List<Container> containersOf(InstallRequest request) {
    String name = "sandbox-cache-install-" + request.reference().tag();
    return docker.listContainersCmd().withShowAll(true).exec().stream()
        .filter(container -> String.join(" ", container.getNames()).contains(name))
        .toList();
  }

  @Override
  public void close() {
    for (String reference : made) {
      try {
        docker.removeImageCmd(reference).exec();
      } catch (NotFoundException _) {
        // That install was not meant to succeed.
      }
    }
    sandbox.close();
    try {
      docker.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
