package io.github.sandboxcache.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.pins.PinOwners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards that it is known when the pins of another user count than of who asks for a removal. */
class PinOwnersLookupTest {
  @TempDir private Path directory = Path.of("");
  private Path roots = Path.of("");
  private Path adas = Path.of("");

  @BeforeEach
  void makeTheHomes() throws IOException {
    roots = Files.createDirectory(directory.resolve("root")).resolve("pins.json");
    adas = Files.createDirectory(directory.resolve("ada")).resolve("pins.json");
  }

  private Optional<PinOwners> of(String user, Path counting, Map<String, String> environment) {
    return PinOwnersLookup.of(
        user, counting, environment, name -> Optional.of(directory.resolve(name + "/pins.json")));
  }

  @Test
  void throughSudoThePinsOfRootCountAndNotTheUsers() throws IOException {
    Map<String, String> sudo = Map.of("SUDO_USER", "ada");
    assertThat(of("root", roots, sudo))
        .contains(new PinOwners("root", "ada", roots, Optional.empty(), false));
    Files.createFile(adas);
    assertThat(of("root", roots, sudo))
        .contains(new PinOwners("root", "ada", roots, Optional.of(adas), false));
    assertThat(of("root", roots, Map.of("DOAS_USER", "ada"))).isPresent();
  }

  @Test
  void withTheUsersHomeThePinsAreTheUsers() {
    assertThat(of("root", adas, Map.of("SUDO_USER", "ada")))
        .contains(new PinOwners("root", "ada", adas, Optional.empty(), true));
  }

  @Test
  void aHomeOfAnotherIsToldToRoot() throws IOException {
    String owner = Files.getOwner(directory).getName();
    assertThat(of("root", adas, Map.of()).map(PinOwners::other))
        .isEqualTo(Optional.of(owner).filter(name -> !name.equals("root")));
    assertThat(of("somebody", adas, Map.of())).isEmpty();
  }

  @Test
  void whoWorksForOneselfIsToldNothing() {
    assertThat(of("ada", adas, Map.of("SUDO_USER", "ada"))).isEmpty();
    assertThat(of("ada", adas, Map.of("SUDO_USER", ""))).isEmpty();
  }
}
