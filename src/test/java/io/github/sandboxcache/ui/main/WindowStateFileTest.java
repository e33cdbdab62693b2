package io.github.sandboxcache.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards that the window opens as it was left, and opens at all. */
class WindowStateFileTest {
  @TempDir Path directory;

  @Test
  void theStateComesBack() {
    WindowStateFile file = new WindowStateFile(directory.resolve("new/window.json"));
    WindowState left =
        new WindowState(1400, 900, true, false, true, List.of("go"), Map.of("own", 140.0));

    file.save(left);

    assertThat(file.load()).isEqualTo(left);
  }

  @Test
  void aSpoiltFileOpensTheWindowAsAtFirst() throws IOException {
    Path file = directory.resolve("window.json");
    for (String spoilt : List.of("", "{", "{\"width\":1200}", "[]", "{\"unknown\":1}")) {
      Files.writeString(file, spoilt);
      assertThat(new WindowStateFile(file).load()).isEqualTo(WindowState.DEFAULT);
    }
  }

  @Test
  void noWindowIsSmallerThanWhatFits() {
    WindowState tiny = new WindowState(1, 1, false, true, false, List.of(), Map.of());

    assertThat(tiny.width()).isEqualTo(960);
    assertThat(tiny.height()).isEqualTo(620);
  }
}
