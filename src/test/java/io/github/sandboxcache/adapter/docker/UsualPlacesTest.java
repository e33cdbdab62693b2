package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.sandboxcache.adapter.docker.EngineEnvironment.Platform;
import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each product's engine is found where its own documentation says that it listens. */
class UsualPlacesTest {
  @TempDir Path home;

  private List<Endpoint> places(Platform platform, Map<String, String> variables) {
    Optional<Path> runtime =
        platform == Platform.LINUX ? Optional.of(home.resolve("runtime")) : Optional.empty();
    return new UsualPlaces()
        .propose(new EngineEnvironment(variables, home, platform, runtime))
        .endpoints();
  }

  private void make(String... files) throws IOException {
    for (String file : files) {
      Path path = home.resolve(file);
      Files.createDirectories(path.getParent());
      Files.createFile(path);
    }
  }

  private static List<String> shown(List<Endpoint> places) {
    return places.stream().map(Endpoint::place).toList();
  }

  @Test
  void onLinuxWhatIsNotSetUpIsNotNamedButDockerAndPodmanAre() {
    assertThat(shown(places(Platform.LINUX, Map.of())))
        .containsExactly(
            "/var/run/docker.sock",
            "~/.docker/desktop/docker.sock",
            "~/runtime/docker.sock",
            "~/runtime/podman/podman.sock",
            "/run/podman/podman.sock");
  }

  @Test
  void onLinuxAllThatIsSetUpIsFound() throws IOException {
    make(
        ".rd/docker.sock",
        ".colima/default/docker.sock",
        ".colima/work/colima.yaml",
        ".colima/_lima/colima/lima.yaml",
        ".lima/docker/sock/docker.sock",
        ".lima/debian/lima.yaml",
        "runtime/podman/podman-machine-default-api.sock");

    assertThat(places(Platform.LINUX, Map.of()))
        .extracting(Endpoint::source, Endpoint::place, Endpoint::sourceName)
        .contains(
            tuple(Source.RANCHER_DESKTOP, "~/.rd/docker.sock", ""),
            tuple(Source.COLIMA, "~/.colima/default/docker.sock", "colima"),
            tuple(Source.COLIMA, "~/.colima/work/docker.sock", "colima-work"),
            tuple(Source.LIMA, "~/.lima/docker/sock/docker.sock", "lima-docker"),
            tuple(
                Source.PODMAN_MACHINE,
                "~/runtime/podman/podman-machine-default-api.sock",
                "podman-machine-default"))
        .hasSize(5 + 5);
  }

  @Test
  void onMacAllThatIsSetUpIsFound() throws IOException {
    make(
        ".orbstack/run/docker.sock",
        ".rd/docker.sock",
        ".colima/default/docker.sock",
        ".lima/docker/sock/docker.sock",
        "tmp/podman/podman-machine-default-api.sock",
        ".local/share/containers/podman/machine/podman.sock",
        ".local/share/containers/podman/machine/qemu/podman.sock");

    assertThat(shown(places(Platform.MAC, Map.of("TMPDIR", home.resolve("tmp").toString()))))
        .containsExactly(
            "/var/run/docker.sock",
            "~/.docker/run/docker.sock",
            "~/.orbstack/run/docker.sock",
            "~/.rd/docker.sock",
            "~/.colima/default/docker.sock",
            "~/.lima/docker/sock/docker.sock",
            "~/tmp/podman/podman-machine-default-api.sock",
            "~/.local/share/containers/podman/machine/podman.sock",
            "~/.local/share/containers/podman/machine/qemu/podman.sock");
  }

  @Test
  void onWindowsEnginesAreNamedPipes() {
    assertThat(places(Platform.WINDOWS, Map.of()))
        .extracting(Endpoint::address)
        .containsExactly(
            "npipe:////./pipe/docker_engine",
            "npipe:////./pipe/dockerDesktopLinuxEngine",
            "npipe:////./pipe/podman-machine-default");
  }

  @Test
  void whereProductsKeepTheirFilesElsewhereTheyAreFoundThere() throws IOException {
    make("c/work/docker.sock", "l/docker/sock/docker.sock");

    assertThat(
            shown(
                places(
                    Platform.LINUX,
                    Map.of(
                        "COLIMA_HOME",
                        home.resolve("c").toString(),
                        "LIMA_HOME",
                        home.resolve("l").toString()))))
        .contains("~/c/work/docker.sock", "~/l/docker/sock/docker.sock");
  }

  @Test
  void colimaWithoutItsOldFolderKeepsItsFilesAmongOtherSettings() throws IOException {
    make(".config/colima/default/docker.sock", "settings/colima/default/docker.sock");

    assertThat(shown(places(Platform.LINUX, Map.of())))
        .contains("~/.config/colima/default/docker.sock");
    assertThat(
            shown(
                places(
                    Platform.LINUX,
                    Map.of("XDG_CONFIG_HOME", home.resolve("settings").toString()))))
        .contains("~/settings/colima/default/docker.sock");
  }
}
