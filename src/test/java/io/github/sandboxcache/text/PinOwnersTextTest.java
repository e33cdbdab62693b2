package io.github.sandboxcache.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.pins.PinOwners;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose pins count is said with both users and the files, in verbs as in the window. */
class PinOwnersTextTest {
  private static final Path ROOTS = Path.of("/root/.config/sandbox-cache/pins.json");
  private static final Path ADAS = Path.of("/home/ada/.config/sandbox-cache/pins.json");

  @Test
  void pinsOfRootCountAndNotThoseOfTheUser() {
    PinOwners owners = new PinOwners("root", "ada", ROOTS, Optional.of(ADAS), false);

    assertThat(PinOwnersText.full(owners))
        .isEqualTo(
            "This runs as root: the pins of root count (%s), not those of ada (%s)."
                .formatted(ROOTS, ADAS));
    assertThat(PinOwnersText.brief(owners)).isEqualTo("Pins of root");
  }

  @Test
  void pinsOfTheUserCountWhoseHomeIsUsed() {
    PinOwners owners = new PinOwners("root", "ada", ADAS, Optional.empty(), true);

    assertThat(PinOwnersText.full(owners))
        .contains("with the files of ada")
        .contains("pins of ada");
    assertThat(PinOwnersText.brief(owners)).isEqualTo("Pins of ada");
  }

  @Test
  void aNameThatCouldCommandATerminalIsShownHarmless() {
    PinOwners owners = new PinOwners("root", "a\u001b[2J", ROOTS, Optional.empty(), false);

    assertThat(PinOwnersText.full(owners)).doesNotContain("\u001b");
  }
}
