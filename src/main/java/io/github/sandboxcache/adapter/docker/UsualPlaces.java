package io.github.sandboxcache.adapter.docker;

import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where engines listen when nobody says otherwise, in the order in which they are tried. Docker and
 * Podman are named whether they are there or not, so that people learn where they would be; what
 * comes as a product of its own is named only where it was set up.
 */
final class UsualPlaces implements EndpointStrategy {
  private static final Logger LOG = LoggerFactory.getLogger(UsualPlaces.class);

  @Override
  public Proposal propose(EngineEnvironment environment) {
    Found found = new Found(environment);
    switch (environment.platform()) {
      case LINUX -> linux(found);
      case MAC -> mac(found);
      case WINDOWS -> windows(found);
    }
    return Proposal.usual(found.endpoints);
  }

  private static void linux(Found found) {
    found.socket(Source.DOCKER_SOCKET, Path.of("/var/run/docker.sock"));
    found.socket(Source.DOCKER_DESKTOP, found.home(".docker/desktop/docker.sock"));
    found.runtime(Source.DOCKER_ROOTLESS, "docker.sock");
    rancher(found);
    colima(found);
    lima(found);
    found.runtime(Source.PODMAN_SOCKET, "podman/podman.sock");
    found.socket(Source.PODMAN_SOCKET, Path.of("/run/podman/podman.sock"));
    found.environment.runtimeDirectory().ifPresent(at -> podmanMachines(found, at));
  }

  private static void mac(Found found) {
    found.socket(Source.DOCKER_SOCKET, Path.of("/var/run/docker.sock"));
    found.socket(Source.DOCKER_DESKTOP, found.home(".docker/run/docker.sock"));
    found.ifThere(Source.DOCKER_DESKTOP, found.home(".docker/desktop/docker.sock"), "");
    Path orbStack = found.home(".orbstack");
    if (Files.isDirectory(orbStack)) {
      found.socket(Source.ORBSTACK, orbStack.resolve("run/docker.sock"));
    }
    rancher(found);
    colima(found);
    lima(found);
    found.runtime(Source.PODMAN_SOCKET, "podman/podman.sock");
    podmanMachines(found, found.directory("TMPDIR", Path.of("/tmp")));
    // Until Podman 4.
    Path machines = found.home(".local/share/containers/podman/machine");
    found.ifThere(Source.PODMAN_MACHINE, machines.resolve("podman.sock"), "");
    for (Path machine : inside(machines)) {
      found.ifThere(Source.PODMAN_MACHINE, machine.resolve("podman.sock"), "");
    }
  }

  private static void windows(Found found) {
    found.pipe(Source.DOCKER_SOCKET, "docker_engine");
    found.pipe(Source.DOCKER_DESKTOP, "dockerDesktopLinuxEngine");
    found.pipe(Source.PODMAN_SOCKET, "podman-machine-default");
  }

  private static void rancher(Found found) {
    Path rancher = found.home(".rd");
    if (Files.isDirectory(rancher)) {
      found.socket(Source.RANCHER_DESKTOP, rancher.resolve("docker.sock"));
    }
  }

  /** Every profile, under the name of the docker context that Colima makes for it. */
  private static void colima(Found found) {
    Path old = found.home(".colima");
    Path usual =
        Files.isDirectory(old)
            ? old
            : found.directory("XDG_CONFIG_HOME", found.home(".config")).resolve("colima");
    for (Path profile : inside(found.directory("COLIMA_HOME", usual))) {
      Path socket = profile.resolve("docker.sock");
      if (Files.exists(socket) || Files.exists(profile.resolve("colima.yaml"))) {
        String name = profile.getFileName().toString();
        String context = name.equals("default") ? "colima" : "colima-" + name;
        found.socket(Source.COLIMA, socket, context);
      }
    }
  }

  /** Every instance that has Docker in it. */
  private static void lima(Found found) {
    for (Path instance : inside(found.directory("LIMA_HOME", found.home(".lima")))) {
      String name = "lima-" + instance.getFileName();
      found.ifThere(Source.LIMA, instance.resolve("sock/docker.sock"), name);
    }
  }

  private static void podmanMachines(Found found, Path runtime) {
    String end = "-api.sock";
    for (Path socket : inside(runtime.resolve("podman"))) {
      String name = socket.getFileName().toString();
      if (name.endsWith(end)) {
        String machine = name.substring(0, name.length() - end.length());
        found.socket(Source.PODMAN_MACHINE, socket, machine);
      }
    }
  }

  /** What is in a directory, by name; nothing where there is none. */
  private static List<Path> inside(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> each = Files.list(directory)) {
      return each.sorted().toList();
    } catch (IOException e) {
      LOG.warn("Engines in {} are left out", directory, e);
      return List.of();
    }
  }

  /** What was found so far. */
  private static final class Found {
    private final EngineEnvironment environment;
    private final List<Endpoint> endpoints = new ArrayList<>();

    Found(EngineEnvironment environment) {
      this.environment = environment;
    }

    Path home(String path) {
      return environment.home().resolve(path);
    }

    /** The directory that a variable names, else the usual one. */
    Path directory(String variable, Path usual) {
      return environment.variable(variable).map(Path::of).orElse(usual);
    }

    void socket(Source source, Path file) {
      socket(source, file, "");
    }

    void socket(Source source, Path file, String name) {
      endpoints.add(Endpoint.socket(file, source, name, environment));
    }

    void ifThere(Source source, Path file, String name) {
      if (Files.exists(file)) {
        socket(source, file, name);
      }
    }

    /** Among what this user's own services listen on, where the machine has a place for that. */
    void runtime(Source source, String path) {
      environment.runtimeDirectory().ifPresent(at -> socket(source, at.resolve(path)));
    }

    void pipe(Source source, String name) {
      endpoints.add(Endpoint.named("npipe:////./pipe/" + name, source, ""));
    }
  }
}
