package io.github.sandboxcache.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Guards that a missing display is noticed before the toolkit starts. */
class DisplayCheckTest {
  @Test
  void linuxNeedsDisplayVariable() {
    assertThat(DisplayCheck.passes("Linux", "", Map.of())).isFalse();
    assertThat(DisplayCheck.passes("Linux", "", Map.of("DISPLAY", ""))).isFalse();
    assertThat(DisplayCheck.passes("Linux", "", Map.of("DISPLAY", ":0"))).isTrue();
    assertThat(DisplayCheck.passes("Linux", "", Map.of("WAYLAND_DISPLAY", "wayland-0"))).isTrue();
  }

  @Test
  void headlessPlatformNeedsNone() {
    assertThat(DisplayCheck.passes("Linux", "Headless", Map.of())).isTrue();
  }

  @Test
  void otherSystemsAlwaysHaveOne() {
    assertThat(DisplayCheck.passes("Windows 11", "", Map.of())).isTrue();
    assertThat(DisplayCheck.passes("Mac OS X", "", Map.of())).isTrue();
  }
}
